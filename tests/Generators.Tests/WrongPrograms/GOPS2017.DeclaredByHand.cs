namespace Home;

public sealed class MySettings : VariableSource
{
    public const string [|Zone|] = "${ZONES}";

    public const string Language = "${LANGUAGE}";

    public override string Kind => "ConfigMap";

    public override string Name => "settings";
}
//// right
namespace Home;

public sealed class MySettings : VariableSource
{
    public const string Zone = "${ZONE}";

    public const string Language = "${LANGUAGE}";

    public override string Kind => "ConfigMap";

    public override string Name => "settings";
}
//// file flux/settings.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  ZONE: home
  LANGUAGE: en
