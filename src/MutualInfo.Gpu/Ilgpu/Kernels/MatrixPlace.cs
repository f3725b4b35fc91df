namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>One matrix of a batch: its order, and where what belongs to it begins.</summary>
/// <param name="Matrix">Where its entries begin, row-major. Only the tiles on and above the diagonal are held.</param>
/// <param name="Size">Its order n.</param>
/// <param name="Vectors">Where its entries begin in every vector that all matrices share.</param>
/// <param name="Sums">Where the partial sums of its products with vectors begin: those over tile b at b·n.</param>
/// <param name="Forms">Where the quadratic forms of its tiles begin.</param>
internal readonly record struct MatrixPlace(long Matrix, int Size, int Vectors, long Sums, int Forms);
