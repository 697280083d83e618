namespace GitOps;

/// <summary>From a file of schemas to a value.</summary>
internal static class SchemaFileParser
{
    public static SchemaFileSpec Parse(string path, string text, string kinds, bool insideSdk, CancellationToken ct)
    {
        try
        {
            var wanted = kinds.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
            var model = SchemaReader.Read(path, text, new SchemaReadOptions
            {
                Kinds = wanted.Length == 0 ? null : wanted.ToEquatableArray(),
                // The SDK's facts name the core types; users' CRDs hold them inline.
                Known = insideSdk ? KnownShapes.None : KnownShapes.Core,
            }, ct);
            return new SchemaFileSpec(path, model with { Faults = default }, model.Faults.Select(ToFault).ToEquatableArray());
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception exception)
        {
            return new SchemaFileSpec(path, SchemaModel.Empty, EquatableArray.Of(Output.InternalError(exception, path)));
        }
    }

    /// <summary>The types that a file defines.</summary>
    public static IEnumerable<TypeClaim> Claims(SchemaFileSpec file) =>
        file.Model.Kinds.Select(kind => new TypeClaim(kind.Name.ToString(), kind.ApiVersion + " " + kind.Kind + " " + kind.Body.Id, file.Path))
            .Concat(file.Model.Shapes.Select(shape => new TypeClaim(shape.Name.ToString(), shape.Id, file.Path)))
            .Concat(file.Model.Enums.Select(one => new TypeClaim(one.Name.ToString(), one.Id, file.Path)));

    /// <summary>The types that more than one file defines. Usually none, so that no file's outputs depend on another file.</summary>
    public static EquatableArray<LostType> Lost(IEnumerable<TypeClaim> claims)
    {
        var winners = new Dictionary<string, TypeClaim>(StringComparer.OrdinalIgnoreCase);
        var lost = new List<LostType>();
        foreach (var claim in claims.OrderBy(static claim => claim.Path, StringComparer.Ordinal))
        {
            if (!winners.TryGetValue(claim.Type, out var winner))
                winners.Add(claim.Type, claim);
            else if (winner.Path != claim.Path)
                lost.Add(new LostType(claim.Type, claim.Path, winner.Path, winner.Structure != claim.Structure));
        }

        return lost.ToEquatableArray();
    }

    private static SourceFault ToFault(SchemaFault fault) => SourceFault.At(
        fault.Kind switch
        {
            SchemaFaultKind.Unreadable => RuleIds.UnreadableYaml,
            SchemaFaultKind.Unsupported => RuleIds.UnsupportedSchema,
            _ => RuleIds.NotACustomResourceDefinition,
        },
        fault.Message,
        fault.File,
        fault.Line,
        fault.Column);
}
