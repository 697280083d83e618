namespace GitOps.Tests;

/// <summary>Texts that substitution would change or fail on.</summary>
internal static class NastyTexts
{
    private static readonly string[] Pieces =
        ["$", "$$", "${", "}", "${X}", "$${X}", "\\${X}", "${{ github.ref }}", "${A[0]}", "${V-d}", "${X:-d}", "$(date)", "$1", "a", " ", "\n", ": ", " #", "'", "\"", "é", "😀", "{{ .Values.x }}", "%", "0", "\\", "/"];

    public static IReadOnlyList<string> Fixed { get; } =
    [
        "$$", "${X}", "$${X}", "\\${X}", "${{ github.ref }}", "$", "${", "$$$${X}$", "100$$", "trailing $", "'${X}' \"${Y}\"", "x: ${X} # c", "${X:-d}", "${A[0]}", "${V-d}", "- ${X}",
        "#!/bin/bash\nfor i in \"${items[@]}\"; do\n  echo \"$i $$ ${i}\" '$${i}'\ndone\n", "é ${ü} 😀 $", "{{ .Values.x }} ${Y}", "a\n${X}\n\n", "^[a-z]+$", "\t${T}", "${X}\n",
    ];

    public static string Random(Random random)
    {
        while (true)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (text.Contains('$', StringComparison.Ordinal) && text.Trim().Length > 0)
                return text;
        }
    }

    /// <summary>The fixed ones, and so many of a seed.</summary>
    public static IReadOnlyList<string> With(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Fixed, .. Enumerable.Range(0, count).Select(_ => Random(random))];
    }
}
