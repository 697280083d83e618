namespace GitOps.Tests;

/// <summary>What a schema makes of the values.</summary>
public sealed class CelDataTests
{
    private sealed record Schema(CelDataType Type, bool IsNullable = false, CelListKind ListKind = CelListKind.Atomic) : ICelTyping
    {
        public Dictionary<string, Schema> Fields { get; init; } = [];

        public ICelTyping? Items { get; init; }

        public IReadOnlyList<string> ListKeys { get; init; } = [];

        public ICelTyping? Field(string name) => Type == CelDataType.Map ? Fields.GetValueOrDefault("*") : Fields.GetValueOrDefault(name);
    }

    private static readonly Schema String = new(CelDataType.String);

    private static readonly Schema Object = new(CelDataType.Object)
    {
        Fields =
        {
            ["number"] = new(CelDataType.Number),
            ["integer"] = new(CelDataType.Integer),
            ["duration"] = new(CelDataType.Duration),
            ["time"] = new(CelDataType.DateTime),
            ["date"] = new(CelDataType.Date),
            ["bytes"] = new(CelDataType.Bytes),
            ["port"] = new(CelDataType.IntOrString),
            ["nullable"] = new(CelDataType.String, IsNullable: true),
            ["namespace"] = String,
            ["a-b"] = String,
            ["a.b/c"] = String,
            ["a__b"] = String,
            ["labels"] = new(CelDataType.Map) { Fields = { ["*"] = String } },
            ["closed"] = new(CelDataType.Map),
            ["set"] = new(CelDataType.List, ListKind: CelListKind.Set) { Items = String },
            ["set2"] = new(CelDataType.List, ListKind: CelListKind.Set) { Items = String },
            ["map"] = new(CelDataType.List, ListKind: CelListKind.Map) { ListKeys = ["name"], Items = new Schema(CelDataType.Object) { Fields = { ["name"] = String, ["v"] = String } } },
            ["map2"] = new(CelDataType.List, ListKind: CelListKind.Map) { ListKeys = ["name"], Items = new Schema(CelDataType.Object) { Fields = { ["name"] = String, ["v"] = String } } },
            ["opaque"] = new(CelDataType.Opaque),
            ["opaque2"] = new(CelDataType.Opaque),
        },
    };

    private static readonly DataValue Value = Cel.Data("""
        number: 1
        integer: 1
        duration: 1d
        time: 2024-01-02t03:04:05.5z
        date: 2024-01-02
        bytes: aGk=
        port: http
        nullable: null
        namespace: media
        a-b: dash
        a.b/c: dots
        a__b: two
        undeclared: 1
        labels: {app-x: 'on', '__dash__': 'same'}
        closed: {a: b}
        set: [a, b]
        set2: [b, a]
        map: [{name: x, v: '1'}, {name: z, v: '2'}]
        map2: [{name: z, v: '2'}, {name: x, v: '1'}]
        opaque: {a: [1]}
        opaque2: {a: [1.0]}
        """);

    [Theory]
    [InlineData("type(self.number) == double && self.number == 1 && self.number + 0.5 == 1.5", "true")]
    [InlineData("type(self.integer) == int && self.integer + 1 == 2", "true")]
    [InlineData("self.duration == duration('24h') && duration(self.duration) > duration('1h')", "true")]
    [InlineData("self.time.getMilliseconds()", "500")]
    [InlineData("self.date == timestamp('2024-01-02T00:00:00Z')", "true")]
    [InlineData("self.bytes == b'hi'", "true")]
    [InlineData("type(self.port) == string", "true")]
    [InlineData("has(self.nullable)", "false")]
    [InlineData("self.__namespace__", "\"media\"")]
    [InlineData("has(self.namespace)", "true")]
    [InlineData("self.a__dash__b + self.a__dot__b__slash__c + self.a__underscores__b", "\"dashdotstwo\"")]
    [InlineData("has(self.undeclared)", "false")]
    [InlineData("self.undeclared", "error")]
    [InlineData("self.labels['app-x']", "\"on\"")]
    [InlineData("has(self.labels.__dash__)", "true")]
    [InlineData("has(self.closed.a)", "false")]
    [InlineData("self.exists(k, k == '__namespace__') && !self.exists(k, k == 'undeclared')", "true")]
    [InlineData("self.set == self.set2", "true")]
    [InlineData("self.set + ['b', 'c'] == ['a', 'b', 'c']", "true")]
    [InlineData("size(self.set + self.set2)", "2")]
    [InlineData("self.map == self.map2", "true")]
    [InlineData("(self.map + [{'name': 'x', 'v': '9'}, {'name': 'y', 'v': '3'}]).map(e, e.v).join()", "\"923\"")]
    [InlineData("self.opaque == self.opaque2", "true")]
    [InlineData("self.opaque.a", "error")]
    internal void Values_have_the_types_of_their_schema(string text, string result) => Cel.Show(Cel.Evaluate(text, Value, Object).Value).Should().Be(result);

    [Theory]
    [InlineData("self.integer == 1", "{integer: x}")]
    [InlineData("self.duration > duration('1s')", "{duration: soon}")]
    [InlineData("self.labels.size() == 0", "{labels: []}")]
    [InlineData("self.a__dash__b == 'x'", "{a-b: 1}")]
    [InlineData("self.set.size() == 0", "{set: {}}")]
    internal void What_does_not_fit_the_schema_is_an_error(string text, string self) => Cel.Evaluate(text, Cel.Data(self), Object).Error.Should().NotBeNull();

    [Fact]
    public void A_null_that_the_schema_does_not_allow_is_an_error_in_a_list()
    {
        var list = new Schema(CelDataType.List) { Items = String };
        Cel.Evaluate("self[0] == null", Cel.Data("[null]"), list).Error.Should().NotBeNull();
        Cel.Evaluate("self[0] == null", Cel.Data("[null]"), new Schema(CelDataType.List) { Items = new Schema(CelDataType.String, IsNullable: true) }).IsTrue.Should().BeTrue();
    }

    [Fact]
    public void Without_a_schema_names_are_as_they_are_written()
    {
        var self = Cel.Data("metadata: {namespace: media, annotations: {a-b: c}}");
        Cel.Evaluate("self.metadata.namespace == 'media' && self.metadata.annotations['a-b'] == 'c'", self).IsTrue.Should().BeTrue();
        Cel.Evaluate("has(self.metadata.__namespace__)", self).IsFalse.Should().BeTrue();
    }

    [Fact]
    public void An_unknown_value_has_the_type_of_its_schema() =>
        Cel.Evaluate("self.integer == 'x' || self.duration == 1", Cel.Data("{integer: '?', duration: '?text'}"), Object).IsFalse.Should().BeTrue();

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a-b", "a__dash__b")]
    [InlineData("a.b/c", "a__dot__b__slash__c")]
    [InlineData("a__b", "a__underscores__b")]
    [InlineData("a_b", "a_b")]
    [InlineData("___", "__underscores___")]
    [InlineData("namespace", "__namespace__")]
    [InlineData("in", "__in__")]
    [InlineData("$ref", null)]
    [InlineData("1a", null)]
    [InlineData("", null)]
    internal void Names_are_escaped_and_back(string name, string? escaped)
    {
        CelEscape.Escape(name).Should().Be(escaped);
        if (escaped is not null)
            CelEscape.Unescape(escaped).Should().Be(name);
    }

    [Theory]
    [InlineData("a__dash__b__dash__c", "a-b-c")]
    [InlineData("a__b__c", null)]
    [InlineData("x__namespace__", null)]
    [InlineData("a_b__dot__c_", "a_b.c_")]
    internal void Names_of_two_underscores_mean_something_or_nothing(string escaped, string? name) => CelEscape.Unescape(escaped).Should().Be(name);
}
