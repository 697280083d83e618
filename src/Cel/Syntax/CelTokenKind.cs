namespace GitOps;

internal enum CelTokenKind
{
    End,
    Identifier,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Dot,
    Comma,
    Colon,
    Question,
    Not,
    Minus,
    Plus,
    Star,
    Slash,
    Percent,
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Error,
}

/// <param name="Text">Of an identifier or number its text, of a string its value, of an error what is wrong.</param>
internal readonly record struct CelToken(CelTokenKind Kind, int Offset, string Text = "", byte[]? Bytes = null);
