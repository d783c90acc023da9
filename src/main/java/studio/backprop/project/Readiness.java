package studio.backprop.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.data.TargetForm;
import studio.backprop.data.Task;
import studio.backprop.layer.BatchConcat;
import studio.backprop.layer.Embedding;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.Problem.Place;
import studio.backprop.network.repair.Goal;
import studio.backprop.network.repair.Opponents;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Checks whether a network is compatible with its data. */
public final class Readiness {
  private Readiness() {}

  /** Errors that prevent training: first of the network itself, then its mismatches with the data. */
  public static List<Problem> problems(Network network, Analysis analysis, DataForm data) {
    List<Problem> problems = new ArrayList<>(analysis.problems());
    inputProblem(network, data).ifPresent(problems::add);
    vocabularyProblems(network, data).forEach(problems::add);
    batchProblems(network).forEach(problems::add);
    network.outputs().stream().findFirst().ifPresent(output -> outputProblem(output, network, analysis, data).ifPresent(problems::add));
    return problems;
  }

  /** Errors that prevent the project's kind of training. */
  public static List<Problem> problems(Project project, Analysis analysis, DataForm data) {
    if (project.assignment() instanceof Agent agent) {
      return AgentReadiness.problems(agent, project.training().batch(), project.network(), analysis);
    }
    return project.assignment() instanceof Adversarial own ? adversarialProblems(own, project.network(), analysis, data)
        : problems(project.network(), analysis, data);
  }

  private static List<Problem> adversarialProblems(Adversarial kind, Network network, Analysis analysis, DataForm data) {
    Problem missing = new Problem(0, Place.NETWORK, Message.of(Opponents.MISSING));
    boolean meets = network.nodes().stream().anyMatch(node -> node.layer() instanceof BatchConcat);
    if (!analysis.valid()) { // reported before any details
      return meets ? analysis.problems() : Stream.concat(Stream.of(missing), analysis.problems().stream()).toList();
    }
    Optional<Node> shared = AdversarialRoles.shared(network);
    if (shared.isPresent()) {
      return List.of(problem(shared.get(), Place.SETTINGS, Opponents.SHARED, shared.get().title(),
          network.node(shared.get().weights()).title()));
    }
    Optional<AdversarialRoles> roles = AdversarialRoles.of(network).filter(found -> bothLearn(found, network, analysis));
    if (roles.isEmpty()) {
      return List.of(missing);
    }
    Node real = roles.get().real();
    Shape expected = ((Input) real.layer()).shape();
    List<Problem> problems = new ArrayList<>();
    if (expected.count() != data.input().count()) {
      at(real, Place.SETTINGS, "ready.input", real.title(), expected.toString(), data.name(), data.input().toString())
          .ifPresent(problems::add);
    }
    Node output = network.objective().output();
    long width = analysis.inputShapes().get(output.id()).get(0).count();
    Loss wanted = kind.settings().objective().loss();
    if (network.objective().loss() != wanted || width != 1) {
      at(output, Place.SETTINGS, "adversarial.loss", output.title(), wanted.title()).ifPresent(problems::add);
    }
    return problems;
  }

  private static boolean bothLearn(AdversarialRoles roles, Network network, Analysis analysis) {
    return Stream.of(roles.generator(), roles.discriminator()).allMatch(nodes -> network.nodes().stream()
        .filter(node -> nodes.contains(node.id())).anyMatch(node -> analysis.parameters(node).stream().anyMatch(ParameterSpec::trainable)));
  }

  private static Stream<Problem> batchProblems(Network network) {
    return network.nodes().stream().filter(node -> node.layer() instanceof BatchConcat)
        .map(node -> problem(node, Place.OUTPUT, "adversarial.only", node.title()));
  }

  private static Optional<Problem> inputProblem(Network network, DataForm data) {
    List<Node> inputs = network.nodes().stream().filter(node -> node.layer() instanceof Input).toList();
    if (inputs.isEmpty()) {
      return network.nodes().isEmpty()
          ? Optional.empty()
          : Optional.of(new Problem(0, Place.NETWORK, Message.of("ready.no_input")));
    }
    Node first = inputs.get(0);
    Shape shape = ((Input) first.layer()).shape();
    long taken = inputs.stream().mapToLong(node -> ((Input) node.layer()).shape().count()).sum();
    if (inputs.size() == 1 && shape.count() != data.input().count()) {
      return at(first, Place.SETTINGS, "ready.input", first.title(), shape.toString(), data.name(), data.input().toString());
    }
    return taken == data.input().count()
        ? Optional.empty()
        : at(first, Place.SETTINGS, "ready.inputs", taken, data.name(), data.input().count());
  }

  /** An embedding needs a row for each token. */
  private static Stream<Problem> vocabularyProblems(Network network, DataForm data) {
    return network.nodes().stream()
        .filter(node -> node.layer() instanceof Embedding table && table.vocabulary() < data.tokens())
        .map(node -> problem(
            node, Place.SETTINGS, "ready.vocabulary", node.title(), ((Embedding) node.layer()).vocabulary(), data.name(), data.tokens()));
  }

  private static Optional<Problem> outputProblem(Node output, Network network, Analysis analysis, DataForm data) {
    Loss loss = ((Output) output.layer()).loss();
    List<Shape> prediction = analysis.inputShapes().get(output.id());
    if (prediction == null) {
      return Optional.empty();
    }
    if (loss.isPolicy()) {
      return at(output, Place.SETTINGS, "agent.only", output.title(), loss.title());
    }
    boolean ofShares = data.probabilities() && loss == Loss.BINARY_CROSS_ENTROPY;
    if (loss.forClasses() && data.task() != Task.CLASSES && !ofShares) {
      return at(output, Place.SETTINGS, "ready.loss_numbers", output.title(), loss.title(), data.name());
    }
    int width = (int) prediction.get(0).count();
    Node last = network.sources(output.id()).get(0);
    if (data.targets().rank() > 0) {
      return answers(last, loss, prediction.get(0), data);
    }
    if (data.task() == Task.REGRESSION) {
      return width == 1 ? Optional.empty() : at(last, Place.OUTPUT, "ready.one_output", last.title(), width, data.name());
    }
    if (width == data.classes() || (width == 1 && data.classes() == 2 && !loss.isCategorical())) {
      return Optional.empty();
    }
    String key = data.classes() == 2 && !loss.isCategorical() ? "ready.two_classes" : "ready.classes";
    return at(last, Place.OUTPUT, key, last.title(), width, data.name(), data.classes(), loss.title());
  }

  /** Several targets per example: the prediction has a value, or class scores, for each. */
  private static Optional<Problem> answers(Node last, Loss loss, Shape prediction, DataForm data) {
    boolean one = prediction.count() == data.targets().count()
        && (data.task() == Task.REGRESSION || data.classes() == 2 && !loss.isCategorical());
    boolean shares = data.task() == Task.CLASSES && prediction.count() == data.targets().count() * data.classes()
        && prediction.size(prediction.rank() - 1) == data.classes();
    if (one || shares) {
      return Optional.empty();
    }
    String wanted = data.task() == Task.REGRESSION ? data.targets().toString() : data.targets() + "×" + data.classes();
    return at(last, Place.OUTPUT, "ready.answers", last.title(), prediction.toString(), data.name(), wanted);
  }

  private static Optional<Problem> at(Node node, Place place, String key, Object... args) {
    return Optional.of(problem(node, place, key, args));
  }

  private static Problem problem(Node node, Place place, String key, Object... args) {
    return new Problem(node.id(), place, Message.of(key, args));
  }

  /** Requirements of the data, for {@link studio.backprop.network.repair.Repairs}. */
  public static Goal goal(DataForm data) {
    boolean classes = data.task() == Task.CLASSES;
    return new Goal(data.name(), data.input(), data.tokens(), classes ? data.classes() : (int) data.targets().count(), classes);
  }

  /** Target layout for a prediction of this shape. */
  public static TargetForm targetForm(DataForm data, Shape prediction) {
    if (data.task() == Task.REGRESSION) {
      return TargetForm.VALUE;
    }
    return prediction.count() == data.targets().count() ? TargetForm.BINARY : TargetForm.ONE_HOT;
  }
}
