using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>An autoencoder with its loss; made layer by layer, so that the layers to be measured have names.</summary>
public sealed class Autoencoder
{
    private const double Sparsity = 0.05;
    private const double SparsityWeight = 0.001;
    private const double LabelWeight = 0.01;

    private readonly List<ILayer<float>> _layers = [];
    private readonly List<(string Name, ILayer<float> Layer)> _measured = [];
    private readonly Random _weights;
    private readonly Random _noise;
    private readonly Sequential<float> _network;
    private readonly LabelPenalty<float>? _labels;
    private readonly MeanSquaredError<float> _squaredError = new();
    private readonly BernoulliCrossEntropy<float>? _crossEntropy;

    /// <param name="kind">Which.</param>
    /// <param name="pixels">The numbers of an image.</param>
    /// <param name="weights">Draws the first weights.</param>
    /// <param name="noise">Draws the noise of the variational code.</param>
    public Autoencoder(AutoencoderKind kind, int pixels, Random weights, Random noise)
    {
        _weights = weights;
        _noise = noise;
        if (kind is AutoencoderKind.Shallow or AutoencoderKind.Sparse or AutoencoderKind.Tied)
            AddShallow(kind, pixels);
        else
            AddDeep(kind, pixels);

        // Its loss takes logits, and applies the last sigmoid itself.
        if (kind == AutoencoderKind.Variational)
            _crossEntropy = new BernoulliCrossEntropy<float>();
        else
            _layers.Add(new Sigmoid<float>());
        _network = new Sequential<float>([.. _layers]);
        _labels = _layers.OfType<LabelPenalty<float>>().SingleOrDefault();
    }

    public IReadOnlyList<Parameter<float>> Parameters => _network.Parameters;

    /// <summary>Gets the layers to be measured, from the input to the output.</summary>
    public IReadOnlyList<(string Name, ILayer<float> Layer)> Measured => _measured;

    /// <summary>Gets what the last pass has made of the images, shape <c>(pixels, n)</c>.</summary>
    public Matrix<float> Reconstruction => _crossEntropy?.Probabilities ?? _network.Output;

    /// <summary>Has the next pass draw new noise, where there is any.</summary>
    public void Redraw() => _network.Redraw();

    /// <summary>Computes the loss of a batch, with every term that is trained.</summary>
    /// <param name="images">Shape <c>(pixels, n)</c>.</param>
    /// <param name="labels">The class of every image.</param>
    public double Evaluate(Matrix<float> images, ReadOnlySpan<int> labels)
    {
        _labels?.SetLabels(labels);
        Matrix<float> output = _network.Forward(images);
        return (_crossEntropy?.Evaluate(output, images) ?? _squaredError.Evaluate(output, images)) + _network.Penalty;
    }

    /// <summary>Sets the gradients of all parameters for the batch evaluated last.</summary>
    public void Backward() => _network.Backward(_crossEntropy?.Gradient ?? _squaredError.Gradient);

    private void AddShallow(AutoencoderKind kind, int pixels)
    {
        Dense<float> encoder = NewDense(pixels, 50);
        _layers.Add(encoder);
        AddMeasured("Z", new Sigmoid<float>());
        if (kind == AutoencoderKind.Sparse)
            _layers.Add(new SparsityPenalty<float>(Sparsity, SparsityWeight));
        if (kind != AutoencoderKind.Tied)
        {
            _layers.Add(NewDense(50, pixels));
            return;
        }

        var decoder = new TransposedDense<float>(encoder);
        UniformFanIn.Fill(decoder.Biases.Value.Values, 1 / Math.Sqrt(50), _weights);
        _layers.Add(decoder);
    }

    private void AddDeep(AutoencoderKind kind, int pixels)
    {
        AddSigmoid("E1", pixels, 256);
        AddSigmoid("E2", 256, 128);
        switch (kind)
        {
            case AutoencoderKind.Variational:
                AddMeasured("Z", new GaussianCode<float>(NewDense(128, 50), NewDense(128, 50), _noise));
                break;
            case AutoencoderKind.Label:
                _layers.Add(NewDense(128, 50));
                _layers.Add(new LabelPenalty<float>(LabelWeight));
                AddMeasured("Z", new Softmax<float>());
                break;
            default:
                AddSigmoid("Z", 128, 50);
                break;
        }

        AddSigmoid("D1", 50, 128);
        AddSigmoid("D2", 128, 256);
        _layers.Add(NewDense(256, pixels));
    }

    private void AddSigmoid(string name, int inputs, int outputs)
    {
        _layers.Add(NewDense(inputs, outputs));
        AddMeasured(name, new Sigmoid<float>());
    }

    private void AddMeasured(string name, ILayer<float> layer)
    {
        _layers.Add(layer);
        _measured.Add((name, layer));
    }

    private Dense<float> NewDense(int inputs, int outputs)
    {
        var layer = new Dense<float>(inputs, outputs);
        UniformFanIn.Fill(layer, _weights);
        return layer;
    }
}
