package studio.backprop.app;

import static studio.backprop.layer.Activation.NONE;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SIGMOID;
import static studio.backprop.layer.Activation.SOFTMAX;
import static studio.backprop.layer.Activation.TANH;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import studio.backprop.data.Columns;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Progress;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.QLearning;
import studio.backprop.project.agent.Reinforce;
import studio.backprop.schedule.Constant;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.space.SpaceText;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchMethod;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Init;

/** The starting projects of the lessons about agents, generators and searches, as code. */
final class LabLessonProjects {
  private static final int ROWS = 1000;
  /** All but a tenth, which is learned from. */
  private static final int OTHERS = 900;
  private static final int TRIALS = 40;
  private static final double LEFT = 60;
  private static final double PITCH = 160;
  private static final double TOP = 120;
  private static final double BELOW = 440;

  private LabLessonProjects() {}

  /** By lesson and file, such as {@code reward/levers}. */
  static Map<String, Saved> all() {
    Map<String, Saved> all = new LinkedHashMap<>();
    all.put("reward/levers", Saved.of(agent(table("policy", 1, 3, SOFTMAX, Output.of(Loss.POLICY_GRADIENT)), "bandit",
        new Reinforce(1, 1, 1, 0), 100, stepwise(5, 0.1))));
    all.put("reward/pole", Saved.of(pole()));
    all.put("exploration/levers", Saved.of(agent(table("q", 1, 3, NONE, new Output(Loss.HUBER, 1000)), "bandit",
        new QLearning(1, 0, 0, 1), 100, stepwise(10, 0.05))));
    all.put("exploration/cliff", Saved.of(agent(table("q", 48, 4, NONE, new Output(Loss.HUBER, 1000)), "cliff",
        new QLearning(1, 0.1, 0.1, 1), 500, stepwise(30, 0.5))));
    all.put("gan/ring", Saved.of(ring()));
    all.put("search/coins", searched(coins(30), 5));
    all.put("search/moons", searched(moons(30), 20));
    all.put("search/moons-300", searched(moons(300), 20));
    return all;
  }

  // --- agents

  /** A number for each state and action, all of them 0 at first. */
  private static Network table(String name, int states, int actions, Activation activation, Output output) {
    return SampleProjects.row(Input.row(states), new Dense(actions, activation, new Init(Init.Kind.CONSTANT, 0), false, true), output)
        .with(1, node -> node.withName("state")).with(2, node -> node.withName(name));
  }

  /** One example a step, by plain gradient descent. */
  private static TrainingSettings stepwise(int epochs, double rate) {
    return SampleProjects.training(epochs, 1, rate).withOptimizer(new Sgd(0)).withSchedule(new Constant());
  }

  private static Project agent(Network network, String world, AgentMethod method, int look, TrainingSettings training) {
    return new Project(network, new Agent(DataSettings.of(world).withScaling(Scaling.NONE), method, look), training);
  }

  /** A policy above, its critic below. */
  private static Project pole() {
    Network begun = Network.EMPTY.add(Input.row(4), LEFT, (TOP + BELOW) / 2).with(1, node -> node.withName("state"));
    Network actor = behind(begun, TOP, Dense.of(64, TANH), Dense.of(64, TANH), Dense.of(2, SOFTMAX), Output.of(Loss.POLICY_GRADIENT));
    Network both = behind(actor, BELOW, Dense.of(64, TANH), Dense.of(64, TANH), Dense.of(1, NONE), Output.of(Loss.MSE));
    Network named = both.with(4, node -> node.withName("policy")).with(8, node -> node.withName("value"));
    DataSettings world = DataSettings.of("cartpole").withScaling(Scaling.STANDARDIZE);
    return new Project(named, new Agent(world, new Reinforce(0.99, 8, 512, 0), 8192), SampleProjects.falling(18, 4096, 0.01));
  }

  /** Layers one behind the other, the first one behind node 1. */
  private static Network behind(Network begun, double y, Layer... layers) {
    Network network = begun;
    int before = 1;
    double x = LEFT + PITCH;
    for (Layer layer : layers) {
      int node = network.nextId();
      network = network.add(layer, x, y).wire(before, node);
      before = node;
      x += PITCH;
    }
    return network;
  }

  // --- gan

  /** Eight clouds on a ring, and the two networks of the sample, drawn as there. */
  private static Project ring() {
    DataSettings data = DataSettings.of("ring").withPoints(1600).withNoise(0.02).withScaling(Scaling.NONE);
    TrainingSettings training = SampleProjects.training(200, 64, 0.001).withOptimizer(new Adam(0.5, 0.999, 1e-8));
    return new Project(GanSample.project().network(), new Adversarial(data, Optional.empty()), training);
  }

  // --- search

  private static Network classifier(int numbers) {
    return SampleProjects.row(Input.row(numbers), Dense.of(8, RELU), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
  }

  private static TrainingSettings quick() {
    return SampleProjects.training(20, 10, 0.01).withSchedule(new Constant());
  }

  private static double part(int rows) {
    return rows / (double) ROWS;
  }

  /** Random numbers, and a coin that was tossed for each row. */
  private static Project coins(int validation) {
    Random random = new Random(7);
    StringBuilder csv = new StringBuilder("x1,x2,x3,x4,coin\n");
    for (int row = 0; row < ROWS; row++) {
      for (int c = 0; c < 4; c++) {
        csv.append(String.format(Locale.ROOT, "%.2f,", random.nextGaussian()));
      }
      csv.append(random.nextBoolean() ? "A" : "B").append('\n');
    }
    DataSettings data = DataSettings.of("csv").withScaling(Scaling.NONE).withShares(part(validation), part(OTHERS - validation))
        .withColumns(new Columns("coin", List.of(), Columns.Choice.CLASSES));
    try {
      return new Project(classifier(4), data, Optional.of(CsvFile.read("table.csv",
          new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)), Progress.NONE)), quick());
    } catch (DataProblem | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Two moons that overlap; 100 points to learn from. */
  private static Project moons(int validation) {
    return SampleProjects.project(classifier(2),
        DataSettings.of("moons").withPoints(ROWS).withNoise(0.3).withShares(part(validation), part(OTHERS - validation)), quick());
  }

  /** With forty random trials planned. */
  private static Saved searched(Project project, int longest) {
    try {
      SearchSettings settings = SearchSettings.of(SpaceText.read(List.of("units=2..64:log", "rate=1e-3..1:log"), project),
          SearchGoal.ACCURACY);
      return Saved.of(project).with(SearchRecord.of(project, settings.withMethod(SearchMethod.RANDOM)
          .withBudget(new SearchBudget(SearchBudget.Unit.TRIALS, TRIALS)).withLongest(longest)));
    } catch (SearchProblem e) {
      throw new IllegalStateException(e);
    }
  }
}
