using System.Numerics;

namespace MutualInfo.Tool.Variables;

/// <summary>Something that the library measures of two variables, by the call that fits their types.</summary>
internal interface IPairMeasure<out TResult>
{
    TResult Of(Symbols x, Symbols y);

    TResult Of<T>(Samples<T> x, Symbols y) where T : unmanaged, IFloatingPointIeee754<T>;

    TResult Of<T>(Symbols x, Samples<T> y) where T : unmanaged, IFloatingPointIeee754<T>;

    TResult Of<T>(Samples<T> x, Samples<T> y) where T : unmanaged, IFloatingPointIeee754<T>;
}
