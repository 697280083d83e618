namespace GitOps;

/// <summary>A file of <c>GitOpsValuesSchema</c> with what its item says: the chart whose values it describes; no chart for a file that others refer to.</summary>
internal sealed record ValuesInput(ValuesSchemaFile File, string Chart);

/// <summary>A chart's schema, read.</summary>
internal sealed record ValuesSpec(string Path, string Chart, SchemaModel Model, EquatableArray<SourceFault> Faults);

/// <summary>One type to emit: a shape or an enum, and the name of the schema's file for its documentation.</summary>
internal sealed record ValuesTypeSpec(string Chart, string Source, SchemaShape? Shape, SchemaEnum? Enum);
