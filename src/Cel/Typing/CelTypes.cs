namespace GitOps;

/// <summary>
/// The type of an expression, found as cel-go's checker finds it: overloads are chosen by the types of their arguments, and <c>dyn</c> fits everything. Where several fit that give
/// different types, the result is dyn: so a bare field of an object is dyn, and a comparison of two is bool.
/// </summary>
internal static class CelTypes
{
    /// <summary>The type of an expression whose variables may be anything; dyn also for one that is not accepted.</summary>
    public static CelType ResultOf(CelExpression expression, CelLibrary library = CelLibrary.Kubernetes) => Check(expression, library, null).Type;

    /// <param name="variables">The variables that there are, with their types; <see langword="null"/> when any may be there, of any type.</param>
    public static CelCheck Check(CelExpression expression, CelLibrary library, IReadOnlyDictionary<string, CelType>? variables)
    {
        var checker = new Checker(library, variables);
        try
        {
            var type = checker.Final(checker.TypeOf(expression.Root, null));
            return new CelCheck(type);
        }
        catch (Fault fault)
        {
            return new CelCheck(CelType.Dyn, fault.Message, fault.Offset);
        }
    }

    /// <summary>Leaves the checker for good; caught in <see cref="Check"/> and nowhere else.</summary>
    private sealed class Fault(CelNode node, string message) : Exception(message)
    {
        public int Offset { get; } = node.Offset;
    }

    /// <summary>A variable that a macro binds.</summary>
    private sealed record Scope(string Name, CelType Type, Scope? Outer);

    private sealed class Checker(CelLibrary library, IReadOnlyDictionary<string, CelType>? variables)
    {
        private static readonly CelSignature[] Index =
        [
            new(null, [CelType.List(A), CelType.Int], A, default),
            new(null, [CelType.Map(A, B), A], B, default),
            new(null, [CelType.Optional(CelType.List(A)), CelType.Int], CelType.Optional(A), default),
            new(null, [CelType.Optional(CelType.Map(A, B)), A], CelType.Optional(B), default),
        ];

        private static readonly CelSignature[] OptionalIndex =
        [
            new(null, [CelType.List(A), CelType.Int], CelType.Optional(A), default),
            new(null, [CelType.Map(A, B), A], CelType.Optional(B), default),
            new(null, [CelType.Optional(CelType.List(A)), CelType.Int], CelType.Optional(A), default),
            new(null, [CelType.Optional(CelType.Map(A, B)), A], CelType.Optional(B), default),
        ];

        private static readonly CelSignature[] Negate = [Of(CelType.Int, CelType.Int), Of(CelType.Double, CelType.Double)];
        private static readonly CelSignature[] Equal = [Of(CelType.Bool, A, A)];
        private static readonly CelSignature[] In = [Of(CelType.Bool, A, CelType.List(A)), Of(CelType.Bool, A, CelType.Map(A, B))];
        private static readonly CelSignature[] Choose = [Of(A, CelType.Bool, A, A)];

        private static readonly CelSignature[] Compare =
        [
            .. (((CelType Left, CelType Right)[])
            [
                (CelType.Bool, CelType.Bool), (CelType.Int, CelType.Int), (CelType.Int, CelType.Double), (CelType.Int, CelType.Uint), (CelType.Uint, CelType.Uint), (CelType.Uint, CelType.Double),
                (CelType.Uint, CelType.Int), (CelType.Double, CelType.Double), (CelType.Double, CelType.Int), (CelType.Double, CelType.Uint), (CelType.String, CelType.String),
                (CelType.Bytes, CelType.Bytes), (CelType.Timestamp, CelType.Timestamp), (CelType.Duration, CelType.Duration),
            ]).Select(static pair => Of(CelType.Bool, pair.Left, pair.Right)),
        ];

        private static readonly CelSignature[] Add =
        [
            // In cel-go's order: the first that fits decides what an empty list is of.
            .. Numbers(CelType.Bytes, CelType.Double, CelType.Duration), Of(CelType.Timestamp, CelType.Duration, CelType.Timestamp), Of(CelType.Timestamp, CelType.Timestamp, CelType.Duration),
            .. Numbers(CelType.Int), Of(CelType.List(A), CelType.List(A), CelType.List(A)), .. Numbers(CelType.String, CelType.Uint),
        ];

        private static readonly CelSignature[] Subtract =
        [
            .. Numbers(CelType.Double, CelType.Duration, CelType.Int), Of(CelType.Timestamp, CelType.Timestamp, CelType.Duration), Of(CelType.Duration, CelType.Timestamp, CelType.Timestamp), .. Numbers(CelType.Uint),
        ];

        private static readonly CelSignature[] Multiply = Numbers(CelType.Double, CelType.Int, CelType.Uint);
        private static readonly CelSignature[] Modulo = Numbers(CelType.Int, CelType.Uint);

        private Dictionary<string, CelType> bindings = new(StringComparer.Ordinal);
        private int fresh;

        private static CelType A => CelType.Parameter("A");

        private static CelType B => CelType.Parameter("B");

        private static CelSignature Of(CelType result, params CelType[] parameters) => new(null, parameters, result, default);

        private static CelSignature[] Numbers(params CelType[] types) => [.. types.Select(static type => Of(type, type, type))];

        /// <summary>Each kind of node has its method: what all of them need on the stack would be there once for each level of nesting.</summary>
        public CelType TypeOf(CelNode node, Scope? scope) => node switch
        {
            CelLiteral literal => TypeOf(literal.Value),
            CelIdentifier name => Identifier(name, scope),
            CelSelect select => Select(select, scope),
            CelIndex index => Resolve(node, "an index", index.IsOptional ? OptionalIndex : Index, Types(scope, index.Operand, index.Index)),
            CelUnary unary => Unary(unary, scope),
            CelBinary binary => Resolve(node, "the operator", SignaturesOf(binary.Operator), Types(scope, binary.Left, binary.Right)),
            CelLogical logical => Logical(logical, scope),
            CelConditional choice => Resolve(node, "'? :'", Choose, Types(scope, choice.Condition, choice.Then, choice.Otherwise)),
            CelListNode list => List(list, scope),
            CelMapNode map => Map(map, scope),
            CelCall call => Call(call, scope),
            _ => Macro((CelComprehension)node, scope),
        };

        private CelType[] Types(Scope? scope, params CelNode[] nodes)
        {
            var types = new CelType[nodes.Length];
            for (var i = 0; i < nodes.Length; i++)
                types[i] = TypeOf(nodes[i], scope);
            return types;
        }

        private CelType Unary(CelUnary unary, Scope? scope)
        {
            if (!unary.IsNot)
                return Resolve(unary, "'-'", Negate, Types(scope, unary.Operand));
            Want(unary.Operand, CelType.Bool, scope, "'!'");
            return CelType.Bool;
        }

        private CelType Logical(CelLogical logical, Scope? scope)
        {
            for (var i = 0; i < logical.Operands.Count; i++)
                Want(logical.Operands[i], CelType.Bool, scope, logical.IsAnd ? "'&&'" : "'||'");
            return CelType.Bool;
        }

        private CelType List(CelListNode list, Scope? scope)
        {
            CelType? item = null;
            for (var i = 0; i < list.Items.Count; i++)
                item = Join(list.Items[i], item, list.IsOptional(i) ? Unwrapped(list.Items[i], scope) : TypeOf(list.Items[i], scope));
            return CelType.List(item ?? Fresh());
        }

        private CelType Map(CelMapNode map, Scope? scope)
        {
            CelType? key = null, value = null;
            for (var i = 0; i < map.Keys.Count; i++)
            {
                key = Join(map.Keys[i], key, TypeOf(map.Keys[i], scope));
                value = Join(map.Values[i], value, map.IsOptional(i) ? Unwrapped(map.Values[i], scope) : TypeOf(map.Values[i], scope));
            }
            return CelType.Map(key ?? Fresh(), value ?? Fresh());
        }

        private static CelSignature[] SignaturesOf(CelOperator @operator) => @operator switch
        {
            CelOperator.Equal or CelOperator.NotEqual => Equal,
            CelOperator.Less or CelOperator.LessOrEqual or CelOperator.Greater or CelOperator.GreaterOrEqual => Compare,
            CelOperator.In => In,
            CelOperator.Add => Add,
            CelOperator.Subtract => Subtract,
            CelOperator.Modulo => Modulo,
            _ => Multiply,
        };

        private static CelType TypeOf(CelValue value) => value.Kind switch
        {
            CelKind.Null => CelType.Null,
            CelKind.Bool => CelType.Bool,
            CelKind.Int => CelType.Int,
            CelKind.Uint => CelType.Uint,
            CelKind.Double => CelType.Double,
            CelKind.String => CelType.String,
            _ => CelType.Bytes,
        };

        private CelType Identifier(CelIdentifier name, Scope? scope)
        {
            for (var inner = scope; inner is not null; inner = inner.Outer)
                if (inner.Name == name.Name)
                    return inner.Type;
            if (variables is not null && variables.TryGetValue(name.Name, out var type))
                return type;
            if (TypeNamed(name.Name) is { } meant)
                return meant;
            return variables is null ? CelType.Dyn : throw new Fault(name, $"'{name.Name}' is not declared: {Known()}");
        }

        private string Known() => variables!.Count == 0 ? "there are no variables" : "there is " + string.Join(", ", variables.Keys.OrderBy(static name => name, StringComparer.Ordinal).Select(static name => "'" + name + "'"));

        /// <summary>The name of a type means that type, as a value.</summary>
        private CelType? TypeNamed(string name) => name switch
        {
            "list" => CelType.TypeOf(CelType.List(Fresh())),
            "map" => CelType.TypeOf(CelType.Map(Fresh(), Fresh())),
            "type" => CelType.TypeOf(CelType.TypeOf(CelType.Dyn)),
            "optional_type" => CelType.TypeOf(CelType.Optional(Fresh())),
            "dyn" => null,
            _ when name.StartsWith("kubernetes.", StringComparison.Ordinal) || name.StartsWith("net.", StringComparison.Ordinal) && (library & CelLibrary.Kubernetes) == 0 => null,
            _ => CelType.Named(name) is { } type ? CelType.TypeOf(type) : null,
        };

        private CelType Select(CelSelect select, Scope? scope)
        {
            if (!select.IsTest && CelSignatures.Qualified(select) is { } path && CelFunctions.TypeNamed(path) is not null && TypeNamed(path) is { } type)
                return type;
            var operand = Substituted(TypeOf(select.Operand, scope), unboundIsDyn: false);
            var isOptional = operand.Kind == CelTypeKind.Optional;
            if (isOptional)
                operand = operand.Arguments[0];
            var field = operand.Kind switch
            {
                CelTypeKind.Map => operand.Arguments[1],
                CelTypeKind.Dyn or CelTypeKind.Parameter => CelType.Dyn,
                _ => throw new Fault(select, $"'{select.Field}' is asked of {operand}, which has no fields"),
            };
            return select.IsTest ? CelType.Bool : isOptional || select.IsOptional ? CelType.Optional(field) : field;
        }

        private CelType Unwrapped(CelNode node, Scope? scope)
        {
            var type = Substituted(TypeOf(node, scope), unboundIsDyn: false);
            return type.Kind switch
            {
                CelTypeKind.Optional => type.Arguments[0],
                CelTypeKind.Dyn or CelTypeKind.Parameter => CelType.Dyn,
                _ => throw new Fault(node, $"what follows a '?' is an optional, and this is {type}"),
            };
        }

        private void Want(CelNode node, CelType wanted, Scope? scope, string who)
        {
            var type = TypeOf(node, scope);
            if (!IsAssignable(type, wanted))
                throw new Fault(node, $"{who} wants {wanted}, and this is {Final(type)}");
        }

        /// <summary>
        /// Lists and maps are of one type throughout, and dyn is one of them: Flux refuses <c>[self.a, 1]</c>. What is dyn here may be the right type in a rule of a CRD, whose
        /// variables have the types of the schema.
        /// </summary>
        private CelType Join(CelNode node, CelType? soFar, CelType next)
        {
            if (soFar is null)
                return next;
            if (IsAssignable(soFar, next))
            {
                var (known, added) = (Substituted(soFar, unboundIsDyn: false), Substituted(next, unboundIsDyn: false));
                if (known.Equals(added) || library != CelLibrary.Flux && (MentionsDyn(known) || MentionsDyn(added)))
                    return MoreGeneral(known, added);
            }
            throw new Fault(node, $"the parts of a list or map are of one type, and this is {Final(next)} among {Final(soFar)}");
        }

        private static bool MentionsDyn(CelType type) => type.Kind is CelTypeKind.Dyn or CelTypeKind.Parameter || type.Arguments.Any(MentionsDyn);

        private CelType Call(CelCall call, Scope? scope)
        {
            if (!CelFunctions.Exists(call.Function) && !CelSignatures.Of(call.Function, library).Any())
                throw new Fault(call, $"there is no function '{call.Function}'");
            var signatures = CelSignatures.Of(call.Function, library).ToArray();
            if (signatures.Length == 0)
                throw new Fault(call, $"there is no function '{call.Function}' {(library == CelLibrary.Flux ? "in Flux's expressions" : "in rules of CRDs")}");
            var arguments = new List<CelType>(call.Arguments.Count + 1);
            if (call.Target is not null)
                arguments.Add(TypeOf(call.Target, scope));
            foreach (var argument in call.Arguments)
                arguments.Add(call.Function == "format" && argument is CelListNode list ? Mixed(list, scope) : TypeOf(argument, scope));
            Literal(call);
            return Resolve(call, $"'{call.Function}'", [.. signatures.Where(signature => (signature.Receiver is null) == (call.Target is null))], arguments);
        }

        /// <summary>What is formatted may be of any types.</summary>
        private CelType Mixed(CelListNode list, Scope? scope)
        {
            foreach (var item in list.Items)
                if (item is CelListNode inner)
                    Mixed(inner, scope);
                else if (item is not CelMapNode)
                    TypeOf(item, scope);
            return CelType.List(CelType.Dyn);
        }

        /// <summary>Texts that are written out are read at once, as the API server does.</summary>
        private static void Literal(CelCall call)
        {
            if (call is { Function: "timestamp", Target: null, Arguments: [CelLiteral { Value: CelInt { Value: < CelTimestamp.First or > CelTimestamp.Last } }] })
                throw new Fault(call.Arguments[0], "the time is beyond the years 1 to 9999");
            var text = call.Arguments.Count > 0 && call.Arguments[call.Arguments.Count - 1] is CelLiteral { Value: CelString written } ? written.Value : null;
            if (call is { Function: "format", Target: CelLiteral { Value: CelString format }, Arguments: [CelListNode values] } && CelTextFormat.FaultOf(format.Value, values.Items.Count) is { } wrong)
                throw new Fault(call, wrong);
            if (text is null)
                return;
            var fault = (call.Function, call.Target is null, call.Arguments.Count) switch
            {
                ("duration", true, 1) when CelTime.ParseDuration(text) is null => "is no duration",
                ("timestamp", true, 1) when CelTime.ParseTimestamp(text) is null => "is no time",
                ("matches", true, 2) or ("matches", false, 1) when Re2.Compile(text).Error is { } error => "is no pattern: " + error,
                _ => null,
            };
            if (fault is not null)
                throw new Fault(call.Arguments[call.Arguments.Count - 1], $"{DataJson.Quote(text)} {fault}");
        }

        private CelType Macro(CelComprehension macro, Scope? scope)
        {
            var range = Substituted(TypeOf(macro.Range, scope), unboundIsDyn: false);
            if (macro.Macro is CelMacro.OptMap or CelMacro.OptFlatMap)
                return Optional(macro, range, scope);
            var inner = Bound(macro, range, scope);
            if (macro.Guard is not null)
                Want(macro.Guard, CelType.Bool, inner, "a condition");
            if (macro.Macro is CelMacro.All or CelMacro.Exists or CelMacro.ExistsOne or CelMacro.Filter)
            {
                Want(macro.Body, CelType.Bool, inner, "a condition");
                return macro.Macro == CelMacro.Filter ? CelType.List(inner.Type) : CelType.Bool;
            }
            return Result(macro, range, Substituted(TypeOf(macro.Body, inner), unboundIsDyn: false));
        }

        /// <summary>The variables of a macro over such a range.</summary>
        private Scope Bound(CelComprehension macro, CelType range, Scope? scope)
        {
            var isOfKubernetes = macro.Second is not null || macro.Macro is CelMacro.SortBy;
            if (macro.Macro == CelMacro.Bind || isOfKubernetes && (library & CelLibrary.Kubernetes) == 0)
                throw new Fault(macro, $"there is no '{(macro.Macro == CelMacro.Bind ? "cel.bind" : macro.Macro.ToString())}' of this kind {(library == CelLibrary.Flux ? "in Flux's expressions" : "in rules of CRDs")}");
            var (first, second) = (range.Kind, macro.Second is not null) switch
            {
                (CelTypeKind.List, false) => (range.Arguments[0], CelType.Dyn),
                (CelTypeKind.List, true) => (CelType.Int, range.Arguments[0]),
                (CelTypeKind.Map, _) => (range.Arguments[0], range.Arguments[1]),
                (CelTypeKind.Dyn or CelTypeKind.Parameter, _) => (CelType.Dyn, CelType.Dyn),
                _ => throw new Fault(macro.Range, $"a list or a map is wanted here, and this is {range}"),
            };
            var inner = new Scope(macro.Variable, first, scope);
            return macro.Second is { } name ? new Scope(name, second, inner) : inner;
        }

        private static CelType Result(CelComprehension macro, CelType range, CelType body) => macro.Macro switch
        {
            CelMacro.Map or CelMacro.TransformList => CelType.List(body),
            CelMacro.TransformMap => CelType.Map(range.Kind switch
            {
                CelTypeKind.List => CelType.Int,
                CelTypeKind.Map => range.Arguments[0],
                _ => CelType.Dyn,
            }, body),
            CelMacro.TransformMapEntry => body.Kind is CelTypeKind.Map or CelTypeKind.Dyn ? body : throw new Fault(macro.Body, $"a map is wanted here, and this is {body}"),
            _ => range.Kind == CelTypeKind.List ? range : CelType.Dyn,
        };

        private CelType Optional(CelComprehension macro, CelType target, Scope? scope)
        {
            var value = target.Kind switch
            {
                CelTypeKind.Optional => target.Arguments[0],
                CelTypeKind.Dyn or CelTypeKind.Parameter => CelType.Dyn,
                _ => throw new Fault(macro.Range, $"an optional is wanted here, and this is {target}"),
            };
            var body = Substituted(TypeOf(macro.Body, new Scope(macro.Variable, value, scope)), unboundIsDyn: false);
            if (macro.Macro == CelMacro.OptMap)
                return CelType.Optional(body);
            return body.Kind is CelTypeKind.Optional or CelTypeKind.Dyn ? body : throw new Fault(macro.Body, $"an optional is wanted here, and this is {body}");
        }

        /// <summary>The one type that all fitting signatures give, or dyn.</summary>
        private CelType Resolve(CelNode node, string what, IReadOnlyList<CelSignature> signatures, IReadOnlyList<CelType> arguments)
        {
            CelType? result = null;
            foreach (var signature in signatures)
            {
                var shift = signature.Receiver is null ? 0 : 1;
                if (signature.Parameters.Count + shift != arguments.Count)
                    continue;
                var renamed = new Dictionary<string, CelType>(StringComparer.Ordinal);
                var before = new Dictionary<string, CelType>(bindings, StringComparer.Ordinal);
                var isFitting = true;
                for (var i = 0; i < arguments.Count && isFitting; i++)
                    isFitting = IsAssignable(arguments[i], Renamed(i < shift ? signature.Receiver! : signature.Parameters[i - shift], renamed));
                if (!isFitting)
                {
                    bindings = before;
                    continue;
                }
                var given = Substituted(Renamed(signature.Result, renamed), unboundIsDyn: false);
                result = result is null ? given : result.Kind == CelTypeKind.Dyn || result.Equals(given) ? result : CelType.Dyn;
            }
            return result ?? throw new Fault(node, $"{what} takes no {string.Join(", ", arguments.Select(Final))}");
        }

        private CelType Fresh() => CelType.Parameter("?" + (fresh++).ToString(System.Globalization.CultureInfo.InvariantCulture));

        private CelType Renamed(CelType type, Dictionary<string, CelType> renamed)
        {
            if (type.Kind == CelTypeKind.Parameter)
                return renamed.TryGetValue(type.Name, out var known) ? known : renamed[type.Name] = Fresh();
            return type.Arguments.Count == 0 ? type : type.With([.. type.Arguments.Select(argument => Renamed(argument, renamed))]);
        }

        /// <summary>The type with all that is known of its parameters; what is not known is dyn.</summary>
        public CelType Final(CelType type) => Substituted(type, unboundIsDyn: true);

        private CelType Substituted(CelType type, bool unboundIsDyn)
        {
            if (type.Kind == CelTypeKind.Parameter)
                return bindings.TryGetValue(type.Name, out var bound) ? Substituted(bound, unboundIsDyn) : unboundIsDyn ? CelType.Dyn : type;
            return type.Arguments.Count == 0 ? type : type.With([.. type.Arguments.Select(argument => Substituted(argument, unboundIsDyn))]);
        }

        private bool IsAssignable(CelType from, CelType to)
        {
            var before = new Dictionary<string, CelType>(bindings, StringComparer.Ordinal);
            if (Fits(from, to))
                return true;
            bindings = before;
            return false;
        }

        private bool Fits(CelType from, CelType to)
        {
            if (to.Kind == CelTypeKind.Parameter)
            {
                if (from.Kind == CelTypeKind.Parameter && from.Name == to.Name)
                    return true;
                var (isValid, wasBound) = Bind(from, to);
                if (isValid || wasBound)
                    return isValid;
            }
            if (from.Kind == CelTypeKind.Parameter)
                return Bind(to, from).IsValid;
            if (from.Kind == CelTypeKind.Dyn || to.Kind == CelTypeKind.Dyn)
                return true;
            if (from.Kind == CelTypeKind.Null || to.Kind == CelTypeKind.Null)
                return IsNullable(from) && IsNullable(to);
            if (from.Kind != to.Kind)
                return false;
            // The types of types are one.
            if (from.Kind == CelTypeKind.Type)
                return true;
            for (var i = 0; i < from.Arguments.Count; i++)
                if (!Fits(from.Arguments[i], to.Arguments[i]))
                    return false;
            return true;
        }

        private static bool IsNullable(CelType type) => type.Kind is CelTypeKind.Null or CelTypeKind.Timestamp or CelTypeKind.Duration or >= CelTypeKind.Optional;

        private (bool IsValid, bool WasBound) Bind(CelType type, CelType parameter)
        {
            if (bindings.TryGetValue(parameter.Name, out var bound))
            {
                if (!Fits(type, bound))
                    return (false, true);
                var general = MoreGeneral(type, bound);
                if (!Mentions(general, parameter))
                    bindings[parameter.Name] = general;
                return (true, true);
            }
            if (Mentions(type, parameter))
                return (false, false);
            bindings[parameter.Name] = type;
            return (true, false);
        }

        private bool Mentions(CelType type, CelType parameter)
        {
            if (type.Kind == CelTypeKind.Parameter)
                return type.Name == parameter.Name || bindings.TryGetValue(type.Name, out var bound) && Mentions(bound, parameter);
            return type.Arguments.Any(argument => Mentions(argument, parameter));
        }

        private static CelType MoreGeneral(CelType one, CelType other) => IsAtLeastAsGeneral(one, other) ? one : other;

        private static bool IsAtLeastAsGeneral(CelType one, CelType other)
        {
            if (one.Kind is CelTypeKind.Dyn or CelTypeKind.Parameter)
                return true;
            if (other.Kind is CelTypeKind.Dyn or CelTypeKind.Parameter || one.Kind != other.Kind)
                return false;
            for (var i = 0; i < one.Arguments.Count; i++)
                if (!IsAtLeastAsGeneral(one.Arguments[i], other.Arguments[i]))
                    return false;
            return true;
        }
    }
}
