using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MutualInfo.Recording.Drawing;

/// <summary>
/// Writes SVG as interpolated strings. What is interpolated becomes text: strings are escaped, numbers rounded to a hundredth of a pixel
/// and written the same in every culture. Other types do not compile.
/// </summary>
internal sealed class SvgText(TextWriter writer)
{
    private readonly TextWriter _writer = writer;

    /// <summary>Writes one line.</summary>
    [SuppressMessage("Style", "IDE0060", Justification = "The handler has written the line already.")]
    public void Line([InterpolatedStringHandlerArgument("")] ref Markup markup) => _writer.Write('\n');

    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly TextWriter _writer;

        [SuppressMessage("Style", "IDE0060", Justification = "The compiler passes both lengths.")]
        public Markup(int literalLength, int formattedCount, SvgText svg) => _writer = svg._writer;

        public void AppendLiteral(string text) => _writer.Write(text);

        public void AppendFormatted(int number) => _writer.Write(number.ToString(CultureInfo.InvariantCulture));

        // + 0 makes −0, which rounding can leave, into 0.
        public void AppendFormatted(double number) =>
            _writer.Write((Math.Round(number, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture));

        public void AppendFormatted(IEnumerable<Spot> spots)
        {
            string separator = "";
            foreach (Spot spot in spots)
            {
                _writer.Write(separator);
                AppendFormatted(spot.X);
                _writer.Write(',');
                AppendFormatted(spot.Y);
                separator = " ";
            }
        }

        public void AppendFormatted(Strokes strokes)
        {
            foreach (Spot[] outline in strokes.Outlines)
            {
                _writer.Write('M');
                AppendFormatted(outline);
                _writer.Write('Z');
            }
        }

        public void AppendFormatted(string text)
        {
            foreach (Rune rune in text.EnumerateRunes())
            {
                _writer.Write(rune.Value switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    // XML has no way to write these, not even as references.
                    < ' ' and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF => "\uFFFD",
                    _ => rune.ToString(),
                });
            }
        }
    }
}
