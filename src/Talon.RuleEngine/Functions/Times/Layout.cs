using System.Text;

namespace Talon.RuleEngine.Functions;

/// <summary>Layouts of times, as the open interpreter writes them (after Joda).</summary>
internal static class Layout
{
    /// <summary>The layout as a .NET format: only what Joda knows keeps a meaning, everything else stands for itself.</summary>
    public static string ToFormat(string layout)
    {
        var format = new StringBuilder(layout.Length + 2);
        for (var i = 0; i < layout.Length;)
        {
            var letter = layout[i];
            var run = 1;
            while (i + run < layout.Length && layout[i + run] == letter)
                run++;
            i += run;
            format.Append(Part(letter, run));
        }

        return format.Length switch
        {
            0 => "''",
            1 => "%" + format,
            _ => format.ToString(),
        };
    }

    private static string Part(char letter, int run) => letter switch
    {
        'y' or 'Y' or 'x' => run == 2 ? "yy" : "yyyy",
        'M' => new string('M', Math.Min(run, 4)),
        'd' or 'D' => run == 1 ? "d" : "dd",
        'E' => run < 4 ? "ddd" : "dddd",
        'a' => "tt",
        'h' or 'K' => run == 1 ? "h" : "hh",
        'H' or 'k' => run == 1 ? "H" : "HH",
        'm' => run == 1 ? "m" : "mm",
        's' => run == 1 ? "s" : "ss",
        'S' => new string('f', Math.Min(run, 7)),
        'Z' or 'z' => "zzz",
        '\'' => "",
        '%' or '\\' or '"' => string.Concat(Enumerable.Repeat("\\" + letter, run)),
        _ when char.IsLetter(letter) => string.Concat(Enumerable.Repeat("\\" + letter, run)),
        _ => new string(letter, run),
    };
}
