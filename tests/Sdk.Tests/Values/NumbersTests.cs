namespace GitOps.Tests;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("0755", 493)]
    [InlineData("755", 493)]
    [InlineData("0", 0)]
    [InlineData("17777777777", int.MaxValue)]
    public void Octal_digits_are_read(string digits, int number) => Numbers.Octal(digits).Should().Be(number);

    [Theory]
    [InlineData("")]
    [InlineData("0855")]
    [InlineData("-7")]
    [InlineData("0o7")]
    public void Anything_else_is_refused(string digits) => FluentActions.Invoking(() => Numbers.Octal(digits)).Should().Throw<FormatException>().WithMessage($"'{digits}' is no octal number*");

    [Fact]
    public void More_than_an_int_holds_is_refused() => FluentActions.Invoking(() => Numbers.Octal("20000000000")).Should().Throw<OverflowException>();
}
