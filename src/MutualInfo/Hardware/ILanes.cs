namespace MutualInfo.Hardware;

/// <summary>Arithmetic on the lanes of one vector, so that a loop is written once and compiled for every width.</summary>
/// <remarks>
/// A type parameter with static members, not an object: the compiler makes one body for each width, with every vector in a
/// register. Operations round each lane by itself, so what a loop computes in a lane does not depend on what lies beside it.
/// </remarks>
/// <typeparam name="TVector">A vector, or a single number on machines without vectors.</typeparam>
/// <typeparam name="T">What a lane holds.</typeparam>
internal unsafe partial interface ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    /// <summary>Gets the number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>
    /// Gets whether the machine has 32 vector registers rather than 16: room for sixteen accumulators beside the operands.
    /// </summary>
    static abstract bool HasManyRegisters { get; }

    static abstract TVector Create(T value);

    static abstract TVector Load(T* source);

    static abstract void Store(TVector value, T* destination);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>left·right + addend, rounded once where the machine can and twice where it cannot.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>
    /// The lesser of two; either of them where one is NaN. (The order that IEEE 754 asks for costs three instructions more.)
    /// </summary>
    static abstract TVector Min(TVector left, TVector right);

    /// <summary>The greater of two; either of them where one is NaN.</summary>
    static abstract TVector Max(TVector left, TVector right);

    /// <summary>The sum of all lanes, in one fixed order.</summary>
    static abstract T Sum(TVector value);
}
