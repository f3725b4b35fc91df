using MutualInfo.Internal;
using static MutualInfo.Tests.KnownAnswers.FunctionCases;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>Logarithms near 1 and exponentials near 0 against 25 digits.</summary>
/// <remarks>The expected values are mpmath's at 400 digits, of the double that the argument is.</remarks>
public class NearOneFunctionsTests
{
    [Fact]
    public void LogPlusOne_SmallAndLarge_IsRightToTheLastDigits() => AllNear(
    [
        (-0.999999999999, -27.6310432378933585714557),
        (-0.9, -2.302585092994045906062596),
        (-0.5, -0.6931471805599453094172321),
        (-0.001, -0.001000500333583533520980501),
        (-1e-09, -1.000000000500000062614925e-9),
        (-1e-17, -1.000000000000000076542424e-17),
        (1e-300, 1.000000000000000025059092e-300),
        (1e-12, 9.99999999999499979886648e-13),
        (1e-05, 0.000009999950000333331651375692),
        (0.3, 0.2623642644674910434953189),
        (0.99, 0.6881346387364010229109302),
        (1.01, 0.6981347220709843874481324),
        (5.0, 1.791759469228055000812477),
        (1000000000000.0, 27.6310211159295482082159),
    ],
    SpecialFunctions.LogPlusOne);

    [Fact]
    public void ExpMinusOne_SmallAndLarge_IsRightToTheLastDigits() => AllNear(
    [
        (-700.0, -1.0),
        (-40.0, -0.9999999999999999957516457),
        (-1.5, -0.7768698398515701710667195),
        (-0.999, -0.6317524953863370784631882),
        (-0.1, -0.09516258196404043185860762),
        (-1e-07, -9.999999500000016214147414e-8),
        (-1e-17, -1.000000000000000066542424e-17),
        (1e-300, 1.000000000000000025059092e-300),
        (1e-09, 1.000000000500000062448258e-9),
        (0.01, 0.01005016708416805775242439),
        (0.7, 1.013752707470476432195965),
        (1.2, 2.320116922736547342087957),
        (30.0, 10686474581523.46214699047),
    ],
    SpecialFunctions.ExpMinusOne);
}
