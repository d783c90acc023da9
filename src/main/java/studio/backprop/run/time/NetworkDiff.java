package studio.backprop.run.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Plan;
import studio.backprop.run.time.RunDiff.Judged;
import studio.backprop.run.time.RunDiff.OfNode;
import studio.backprop.run.time.RunDiff.Only;
import studio.backprop.run.time.RunDiff.Output;
import studio.backprop.run.time.RunDiff.Side;
import studio.backprop.run.time.RunDiff.Weights;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.Evaluator;

/** Comparison of two networks by node: weights, and outputs for the same examples. */
final class NetworkDiff {
  /** Sample size. */
  private static final int MOST_BATCHES = 8;

  private final Replica a;
  private final Replica b;
  private final List<Same> nodes = new ArrayList<>();
  private int seen;

  /** Node of one or both networks, with the relative distance of its outputs. */
  private record Same(String name, Optional<Node> a, Optional<Node> b, Optional<Shape> shape, RelativeDistance signals, float[] rowA,
      float[] rowB) {}

  NetworkDiff(Replica a, Replica b) {
    this.a = a;
    this.b = b;
    Network before = a.network();
    b.network().analyse().order().forEach(node -> nodes.add(same(node.name(), before.named(node.name()), Optional.of(node))));
    before.analyse().order().stream().filter(node -> b.network().named(node.name()).isEmpty())
        .forEach(node -> nodes.add(same(node.name(), Optional.of(node), Optional.empty())));
  }

  private Same same(String name, Optional<Node> ofA, Optional<Node> ofB) {
    Optional<Shape> shape = ofB.flatMap(node -> b.network().analyse().shape(node.id()));
    Optional<Shape> before = ofA.flatMap(node -> a.network().analyse().shape(node.id()));
    // losses have no output
    Optional<Shape> both = shape.filter(now -> before.filter(now::equals).isPresent() && !b.network().outputs().contains(ofB.get()));
    int count = both.map(size -> Math.toIntExact(size.count())).orElse(0);
    return new Same(name, ofA, ofB, both, new RelativeDistance(), new float[count], new float[count]);
  }

  /** Number of compared examples. */
  int seen() {
    return seen;
  }

  /** Runs A's examples through both networks; accumulates distances of outputs and correct predictions. */
  Judged judge(Part part) {
    Evaluator ofA = a.reader(a.data(), part);
    Evaluator ofB = b.reader(a.data(), part);
    int[] counts = new int[4];
    int answers = 0;
    for (int batch = 0; batch < batches(ofA); batch++) {
      Plan planA = ofA.run(batch);
      Plan planB = ofB.run(batch);
      seen += planA.batch();
      nodes.forEach(node -> addSignals(node, planA, planB));
      boolean[] rightA = ofA.right(planA);
      boolean[] rightB = ofB.right(planB);
      answers += rightA.length;
      for (int i = 0; i < Math.min(rightA.length, rightB.length); i++) {
        counts[(rightA[i] ? 1 : 0) + (rightB[i] ? 2 : 0)]++;
      }
    }
    return new Judged(new Side(ofA.scores(), answers, counts[1] + counts[3]), new Side(ofB.scores(), answers, counts[2] + counts[3]),
        Optional.of(new Only(counts[1], counts[2])));
  }

  /** For different data: outputs are compared over A's, but B is scored on its own. */
  Judged judgeEach(Part part) {
    return new Judged(judge(part).a(), side(b, part), Optional.empty());
  }

  private static Side side(Replica replica, Part part) {
    Evaluator own = replica.reader(replica.data(), part);
    int answers = 0;
    int right = 0;
    for (int batch = 0; batch < batches(own); batch++) {
      for (boolean one : own.right(own.run(batch))) {
        right += one ? 1 : 0;
        answers++;
      }
    }
    return new Side(own.scores(), answers, right);
  }

  private static int batches(Evaluator examples) {
    return Math.min(MOST_BATCHES, examples.batches());
  }

  private void addSignals(Same node, Plan planA, Plan planB) {
    Optional<Tensor> outA = node.a().flatMap(n -> planA.output(n.id()));
    Optional<Tensor> outB = node.b().flatMap(n -> planB.output(n.id()));
    if (node.shape().isPresent() && outA.isPresent() && outB.isPresent()) {
      for (int row = 0; row < planA.batch(); row++) {
        outA.get().copyRow(row, node.rowA());
        outB.get().copyRow(row, node.rowB());
        node.signals().add(node.rowA(), node.rowB());
      }
    }
  }

  /** All nodes, with outputs for one example of A's data. To be called after {@link #judge}. */
  List<OfNode> nodes(Example example) {
    PreparedData data = a.data();
    float[] input = new float[data.dataset().width()];
    example.copyInput(data, input);
    Plan planA = a.answer(input, 0, 1);
    Plan planB = b.answer(input, 0, 1);
    return nodes.stream().map(node -> {
      List<Weights> learned = weights(node, true);
      RelativeDistance apart = new RelativeDistance();
      learned.forEach(weights -> apart.add(weights.a(), weights.b()));
      return new OfNode(node.name(), node.a(), node.b(), weights(node, false).stream().findFirst(), output(node, planA, planB),
          apart.ratio(), node.signals().ratio());
    }).toList();
  }

  private static Optional<Output> output(Same node, Plan planA, Plan planB) {
    Optional<Tensor> outA = node.a().flatMap(n -> planA.output(n.id()));
    Optional<Tensor> outB = node.b().flatMap(n -> planB.output(n.id()));
    if (node.shape().isEmpty() || outA.isEmpty() || outB.isEmpty()) {
      return Optional.empty();
    }
    float[] ofA = new float[node.rowA().length];
    float[] ofB = new float[node.rowB().length];
    outA.get().copyRow(0, ofA);
    outB.get().copyRow(0, ofB);
    return Optional.of(new Output(node.shape().get(), ofA, ofB));
  }

  /** Own or shared parameters of a node, of equal shape in both runs. */
  private List<Weights> weights(Same node, boolean learnedOnly) {
    if (node.a().isEmpty() || node.b().isEmpty()) {
      return List.of();
    }
    List<Parameter> before = a.parameters(node.a().get().weights());
    return b.parameters(node.b().get().weights()).stream()
        .filter(parameter -> learnedOnly ? parameter.learned() : !parameter.spec().isState())
        .flatMap(parameter -> before.stream().filter(other -> fits(other, parameter)).map(other -> both(other, parameter)))
        .toList();
  }

  private static boolean fits(Parameter a, Parameter b) {
    return a.name().equals(b.name()) && a.spec().rows() == b.spec().rows() && a.spec().shape().equals(b.spec().shape());
  }

  private static Weights both(Parameter a, Parameter b) {
    return new Weights(b.spec(), numbers(a), numbers(b));
  }

  private static float[] numbers(Parameter parameter) {
    float[] numbers = new float[parameter.tensor().count()];
    parameter.tensor().copyTo(numbers);
    return numbers;
  }
}
