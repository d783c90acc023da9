package studio.backprop.app;

import static studio.backprop.layer.Activation.ELU;
import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SOFTMAX;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.data.DataSettings;
import studio.backprop.data.SequenceSettings;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Add;
import studio.backprop.layer.AverageOverTime;
import studio.backprop.layer.AvgPool2d;
import studio.backprop.layer.AxisOrder;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Conv1d;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Conv2dTranspose;
import studio.backprop.layer.Dense;
import studio.backprop.layer.DepthwiseConv2d;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Embedding;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.layer.GaussianSample;
import studio.backprop.layer.GlobalAvgPool2d;
import studio.backprop.layer.GlobalMaxPool2d;
import studio.backprop.layer.GraphAttention;
import studio.backprop.layer.Gru;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerNorm;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Lstm;
import studio.backprop.layer.MaxOverTime;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.MultiHeadAttention;
import studio.backprop.layer.Multiply;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.PaddingMask;
import studio.backprop.layer.Permute;
import studio.backprop.layer.PositionalEncoding;
import studio.backprop.layer.Reduce;
import studio.backprop.layer.Repeat;
import studio.backprop.layer.Reshape;
import studio.backprop.layer.SimpleRnn;
import studio.backprop.layer.Slice;
import studio.backprop.layer.Upsample2d;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Shape;

/**
 * Small projects that have each kind of layer among them, and each loss. A kind of the catalog that is in none of them gets a project of
 * its own: the digits, the layer as it is first placed, and a dense layer.
 */
final class KindProjects {
  private static final Layer BATCH_NORM = new BatchNorm(0.1, 1e-5, true);
  private static final Layer LAYER_NORM = new LayerNorm(1e-5, true);
  private static final Shape DIGIT = Shape.of(1, 8, 8);

  private KindProjects() {}

  static Map<String, Project> all() {
    Map<String, Project> all = new LinkedHashMap<>();
    all.put("pictures", pictures());
    all.put("shapes", shapes());
    all.put("sequences", sequences());
    all.put("graphs", graphs());
    all.put("rows", rows());
    for (Loss loss : new Loss[] {Loss.MAE, Loss.HUBER}) {
      all.put(loss.name(), onlyALoss(loss));
    }
    Set<LayerType> drawn = all.values().stream().flatMap(project -> project.network().nodes().stream()).map(Node::type)
        .collect(Collectors.toSet());
    LayerCatalog.types().stream().filter(type -> !drawn.contains(type))
        .forEach(type -> all.put(type.id(), asPlaced(type.fresh())));
    return all;
  }

  private static Project asPlaced(Layer fresh) {
    Layer[] before = fresh.infer(List.of(DIGIT)).ok() ? new Layer[] {} : new Layer[] {new Flatten()};
    Layer[] row = Stream.of(
        Stream.of(new Input(DIGIT)), Stream.of(before),
        Stream.of(fresh, new Flatten(), Dense.of(10, SOFTMAX), Output.of(Loss.CROSS_ENTROPY)))
        .flatMap(part -> part).toArray(Layer[]::new);
    return SampleProjects.project(SampleProjects.row(row), DataSettings.of("digits"), SampleProjects.training(1, 32, 0.01));
  }

  private static Project pictures() {
    Network network =
        SampleProjects.row(
            new Input(DIGIT),
            Conv2d.of(6, 3, Padding.SAME, NONE),
            BATCH_NORM,
            new Activate(ELU),
            DepthwiseConv2d.of(3, Padding.SAME, RELU),
            MaxPool2d.of(2),
            new Upsample2d(Size.square(2)),
            new Add(),
            new Multiply(),
            AvgPool2d.of(2),
            Conv2dTranspose.enlarging(4, 2, RELU),
            new Concatenate(),
            new GlobalAvgPool2d(),
            new Concatenate(),
            new GaussianNoise(0.1),
            new Dropout(0.25),
            Dense.of(10, SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY));
    double above = network.find(13).orElseThrow().x();
    Network joined = network.wire(4, 8).wire(4, 9).wire(9, 12).add(new GlobalMaxPool2d(), above, 400).wire(12, 19).wire(19, 14);
    return SampleProjects.project(joined, DataSettings.of("digits"), SampleProjects.training(1, 32, 0.01));
  }

  private static Project shapes() {
    Network network =
        SampleProjects.row(
            new Input(DIGIT),
            new Flatten(),
            Dense.of(16, NONE),
            LAYER_NORM,
            new GaussianSample(1),
            new Repeat(4),
            new Permute(AxisOrder.FEATURE_TIME),
            new Slice(Axis.TIME, 2, 6),
            new Reshape(Shape.of(1, 4, 4)),
            new Reduce(Reduce.Method.MEAN, Axis.HEIGHT),
            new Flatten(),
            Dense.of(10, NONE),
            new Activate(SOFTMAX),
            Output.of(Loss.KL_DIVERGENCE));
    return SampleProjects.project(network, DataSettings.of("digits"), SampleProjects.training(1, 32, 0.01));
  }

  private static Project sequences() {
    Network network =
        SampleProjects.row(
            Input.row(12),
            Embedding.of(9, 8),
            PositionalEncoding.of(PositionalEncoding.Positions.SINUSOIDAL),
            MultiHeadAttention.of(2, true),
            new Add(),
            LAYER_NORM,
            Conv1d.of(8, 3, Padding.SAME, RELU),
            SimpleRnn.of(6, true),
            Lstm.of(6, true),
            Gru.of(6, true),
            new AverageOverTime(),
            new Concatenate(),
            Dense.of(3, SOFTMAX),
            Output.of(Loss.CROSS_ENTROPY));
    double x = network.find(11).orElseThrow().x();
    double left = network.find(2).orElseThrow().x();
    Network joined = network.wire(3, 5).add(new MaxOverTime(), x, 400).wire(10, 15).wire(15, 12).add(new PaddingMask(0), left, 400)
        .wire(1, 16).wire(16, 9);
    DataSettings data = DataSettings.of("recall").withSequence(SequenceSettings.USUAL.withLength(12)).withPoints(600);
    return SampleProjects.project(joined, data, SampleProjects.training(1, 32, 0.01));
  }

  private static Project graphs() {
    Project families = GraphSamples.all().get("graph-families");
    return families.withNetwork(network -> network.with(5, node -> node.withLayer(GraphAttention.of(8, 2, ELU))));
  }

  private static Project rows() {
    Network network = SampleProjects.row(Input.row(2), Dense.of(10, RELU), Dense.of(1, NONE), Output.of(Loss.HINGE));
    return SampleProjects.project(network, DataSettings.of("circles"), SampleProjects.training(1, 32, 0.01));
  }

  private static Project onlyALoss(Loss loss) {
    Network network = SampleProjects.row(Input.row(9), Dense.of(4, RELU), Dense.of(1, NONE), Output.of(loss));
    return SampleProjects.project(network, DataSettings.of("auto-mpg"), SampleProjects.training(1, 32, 0.01));
  }
}
