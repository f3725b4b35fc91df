using System.Runtime.Intrinsics;
using MutualInfo.Kernels;

namespace MutualInfo.Hardware;

/// <summary>Which widths of vectors this machine computes in, and the one place where a width becomes a type.</summary>
internal static class VectorPaths
{
    /// <summary>
    /// The environment variable that forces a path by name: <c>512</c>, <c>256</c>, <c>128</c> or <c>scalar</c>.
    /// </summary>
    public const string Variable = "MUTUALINFO_VECTORS";

    /// <summary>
    /// Gets the paths that this machine's instructions support, widest first. The last, one number at a time, is always there.
    /// </summary>
    /// <remarks>
    /// The runtime reports a width as accelerated only where it is worth using, so a processor that slows down
    /// in 512 bits is given 256.
    /// </remarks>
    public static IReadOnlyList<VectorPath> Supported { get; } = [.. Accelerated(), VectorPath.Scalar];

    /// <summary>Gets whether a path would run on this machine at the speed of its hardware.</summary>
    public static bool IsSupported(VectorPath path) => Supported.Contains(path);

    /// <summary>Reads the name of a path; null where it names none.</summary>
    public static VectorPath? Parse(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "512" => VectorPath.Vector512,
        "256" => VectorPath.Vector256,
        "128" => VectorPath.Vector128,
        "SCALAR" => VectorPath.Scalar,
        _ => null,
    };

    /// <summary>Runs the double-precision body of one path.</summary>
    public static void Run<TCode>(VectorPath path, ref TCode code) where TCode : IVectorCode<double>, allows ref struct
    {
        switch (path)
        {
            case VectorPath.Vector512:
                code.Run<Lanes512, Vector512<double>>();
                break;
            case VectorPath.Vector256:
                code.Run<Lanes256, Vector256<double>>();
                break;
            case VectorPath.Vector128:
                code.Run<Lanes128, Vector128<double>>();
                break;
            default:
                code.Run<LanesScalar, double>();
                break;
        }
    }

    /// <summary>Runs the single-precision body of one path.</summary>
    public static void RunSingle<TCode>(VectorPath path, ref TCode code) where TCode : IVectorCode<float>, allows ref struct
    {
        switch (path)
        {
            case VectorPath.Vector512:
                code.Run<Lanes512, Vector512<float>>();
                break;
            case VectorPath.Vector256:
                code.Run<Lanes256, Vector256<float>>();
                break;
            case VectorPath.Vector128:
                code.Run<Lanes128, Vector128<float>>();
                break;
            default:
                code.Run<LanesScalar, float>();
                break;
        }
    }

    private static IEnumerable<VectorPath> Accelerated()
    {
        if (Vector512.IsHardwareAccelerated)
            yield return VectorPath.Vector512;
        if (Vector256.IsHardwareAccelerated)
            yield return VectorPath.Vector256;
        if (Vector128.IsHardwareAccelerated)
            yield return VectorPath.Vector128;
    }
}
