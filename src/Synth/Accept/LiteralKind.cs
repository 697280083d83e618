namespace GitOps;

/// <summary>How a literal is written, which decides how a text is written into it.</summary>
internal enum LiteralKind
{
    /// <summary><c>"…"</c></summary>
    Regular,

    /// <summary><c>@"…"</c></summary>
    Verbatim,

    /// <summary><c>"""…"""</c> on one line.</summary>
    Raw,

    /// <summary><c>"""</c>, lines, <c>"""</c></summary>
    RawLines,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c></summary>
    Boolean,
}
