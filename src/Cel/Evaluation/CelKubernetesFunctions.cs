namespace GitOps;

/// <summary>What Kubernetes adds: URLs, IP addresses and networks, quantities, versions, named formats.</summary>
internal static class CelKubernetesFunctions
{
    public static void AddTo(Dictionary<string, CelFunction> all)
    {
        AddUrls(all);
        AddNetworks(all);
        AddQuantitiesAndVersions(all);
        all["format.named"] = static (arguments, isMember, _) => !isMember && arguments is [CelString name] ? CelFormat.Named(name.Value) is { } format ? new CelOptional(format) : CelOptional.None : null;
        foreach (var name in CelFormat.Names)
            all["format." + name] = (arguments, isMember, _) => !isMember && arguments is [] ? CelFormat.Named(name) : null;
        all["validate"] = static (arguments, isMember, budget) =>
            !isMember || arguments is not [CelFormat format, CelString text] ? null
            : !budget.SpendText(text.Value.Length * 4L) ? CelUnknown.Of(CelKind.Optional)
            : format.FaultOf(text.Value) is { } fault ? new CelOptional(new CelArray([new CelString(fault)])) : CelOptional.None;
    }

    private static CelFunction Text(Func<string, CelValue> function) => (arguments, isMember, budget) =>
        isMember || arguments is not [CelString text] ? null : budget.SpendText(text.Value.Length * 4L) ? function(text.Value) : CelUnknown.Any;

    private static CelFunction Member<T>(Func<T, CelValue> function) where T : CelValue => (arguments, isMember, _) => isMember && arguments is [T value] ? function(value) : null;

    private static void AddUrls(Dictionary<string, CelFunction> all)
    {
        all["isURL"] = Text(static text => CelValue.Of(CelUrl.IsUrl(text)));
        all["url"] = Text(static text => CelUrl.Parse(text) ?? (CelValue)new CelError($"{DataJson.Quote(text)} is no URL"));
        all["getScheme"] = Member<CelUrl>(static url => new CelString(url.Scheme));
        all["getHost"] = Member<CelUrl>(static url => new CelString(url.Host));
        all["getHostname"] = Member<CelUrl>(static url => new CelString(url.Hostname));
        all["getPort"] = Member<CelUrl>(static url => new CelString(url.Port));
        all["getEscapedPath"] = Member<CelUrl>(static url => new CelString(url.EscapedPath));
        all["getQuery"] = Member<CelUrl>(static url =>
        {
            var query = new CelDictionary();
            foreach (var entry in url.Query)
                query.TryAdd(new CelString(entry.Key), new CelArray([.. entry.Value.Select(static value => (CelValue)new CelString(value))]));
            return query;
        });
    }

    private static void AddNetworks(Dictionary<string, CelFunction> all)
    {
        all["isIP"] = Text(static text => CelValue.Of(CelIp.Parse(text) is not null));
        all["isCIDR"] = Text(static text => CelValue.Of(CelCidr.Parse(text) is not null));
        all["ip.isCanonical"] = Text(static text => CelIp.Parse(text) is { } ip ? CelValue.Of(ip.Text == text) : NoIp(text));
        all["cidr"] = Text(static text => CelCidr.Parse(text) ?? (CelValue)new CelError($"{DataJson.Quote(text)} is no network"));
        all["ip"] = static (arguments, isMember, _) => arguments switch
        {
            [CelString text] when !isMember => CelIp.Parse(text.Value) ?? (CelValue)NoIp(text.Value),
            [CelCidr cidr] when isMember => new CelIp(cidr.Address),
            _ => null,
        };
        all["family"] = Member<CelIp>(static ip => CelInt.Of(ip.IsV4 ? 4 : 6));
        all["isUnspecified"] = Member<CelIp>(static ip => CelValue.Of(ip.IsUnspecified));
        all["isLoopback"] = Member<CelIp>(static ip => CelValue.Of(ip.IsLoopback));
        all["isLinkLocalMulticast"] = Member<CelIp>(static ip => CelValue.Of(ip.IsLinkLocalMulticast));
        all["isLinkLocalUnicast"] = Member<CelIp>(static ip => CelValue.Of(ip.IsLinkLocalUnicast));
        all["isGlobalUnicast"] = Member<CelIp>(static ip => CelValue.Of(ip.IsGlobalUnicast));
        all["prefixLength"] = Member<CelCidr>(static cidr => CelInt.Of(cidr.Bits));
        all["masked"] = Member<CelCidr>(static cidr => cidr.Masked());
        all["containsIP"] = static (arguments, isMember, _) => !isMember ? null : arguments switch
        {
            [CelCidr cidr, CelIp ip] => CelValue.Of(cidr.Contains(ip.Address, ip.Address.Length * 8)),
            [CelCidr cidr, CelString text] => CelIp.Parse(text.Value) is { } ip ? CelValue.Of(cidr.Contains(ip.Address, ip.Address.Length * 8)) : NoIp(text.Value),
            _ => null,
        };
        all["containsCIDR"] = static (arguments, isMember, _) => !isMember ? null : arguments switch
        {
            [CelCidr cidr, CelCidr other] => CelValue.Of(cidr.Contains(other.Address, other.Bits)),
            [CelCidr cidr, CelString text] => CelCidr.Parse(text.Value) is { } other ? CelValue.Of(cidr.Contains(other.Address, other.Bits)) : new CelError($"{DataJson.Quote(text.Value)} is no network"),
            _ => null,
        };
    }

    private static CelError NoIp(string text) => new($"{DataJson.Quote(text)} is no IP address");

    private static void AddQuantitiesAndVersions(Dictionary<string, CelFunction> all)
    {
        all["isQuantity"] = Text(static text => CelValue.Of(CelQuantity.Parse(text) is not null));
        all["quantity"] = Text(static text => CelQuantity.Parse(text) ?? (CelValue)new CelError($"{DataJson.Quote(text)} is no quantity"));
        all["sign"] = static (arguments, _, _) => arguments is [CelQuantity quantity] ? CelInt.Of(quantity.Sign) : null;
        all["isInteger"] = Member<CelQuantity>(static quantity => CelValue.Of(quantity.Integer is not null));
        all["asInteger"] = Member<CelQuantity>(static quantity => quantity.Integer is { } whole ? CelInt.Of(whole) : new CelError("the quantity is no whole number of 64 bits"));
        all["asApproximateFloat"] = Member<CelQuantity>(static quantity => new CelDouble(quantity.ApproximateFloat));
        all["add"] = Sum(1);
        all["sub"] = Sum(-1);
        all["isGreaterThan"] = Order(static order => CelValue.Of(order > 0));
        all["isLessThan"] = Order(static order => CelValue.Of(order < 0));
        all["compareTo"] = Order(static order => CelInt.Of(Math.Sign(order)));
        all["isSemver"] = Semver(static (_, version) => CelValue.Of(version is not null));
        all["semver"] = Semver(static (text, version) => version ?? (CelValue)new CelError($"{DataJson.Quote(text)} is no semantic version"));
        all["major"] = Member<CelSemver>(static version => CelInt.Of((long)version.Major));
        all["minor"] = Member<CelSemver>(static version => CelInt.Of((long)version.Minor));
        all["patch"] = Member<CelSemver>(static version => CelInt.Of((long)version.Patch));
    }

    private static CelFunction Sum(int sign) => (arguments, isMember, _) => !isMember ? null : arguments switch
    {
        [CelQuantity a, CelQuantity b] => new CelQuantity(a.Value + sign * b.Value, a.IsPlain && b.IsPlain),
        [CelQuantity a, CelInt b] => new CelQuantity(a.Value + sign * CelQuantity.OfWhole(b.Value).Value, a.IsPlain),
        _ => null,
    };

    private static CelFunction Order(Func<int, CelValue> function) => (arguments, isMember, _) => !isMember ? null : arguments switch
    {
        [CelQuantity a, CelQuantity b] => function(a.Value.CompareTo(b.Value)),
        [CelSemver a, CelSemver b] => function(a.CompareTo(b)),
        _ => null,
    };

    private static CelFunction Semver(Func<string, CelSemver?, CelValue> function) => (arguments, isMember, budget) => isMember ? null : arguments switch
    {
        [CelString text] => budget.SpendText(text.Value.Length * 4L) ? function(text.Value, CelSemver.Parse(text.Value, normalize: false)) : CelUnknown.Any,
        [CelString text, CelBool normalize] => budget.SpendText(text.Value.Length * 4L) ? function(text.Value, CelSemver.Parse(text.Value, normalize.Value)) : CelUnknown.Any,
        _ => null,
    };
}
