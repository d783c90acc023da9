package studio.backprop.generative;

import java.util.Optional;
import java.util.OptionalDouble;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.op.Mode;
import studio.backprop.optim.Adam;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Project;
import studio.backprop.project.Supervised;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.Session;
import studio.backprop.train.learn.Feed;
import studio.backprop.train.metric.ModeCoverage;

/**
 * Classifier of generated samples, for mode coverage over classes. Trained on the training part with a fixed seed, independent of the run.
 */
public final class SampleClassifier {
  /** Smallest probability of a counted class. */
  public static final double SURE = 0.9;

  private static final int HIDDEN = 64;
  private static final int EPOCHS = 60;
  private static final int BATCH = 32;
  private static final double RATE = 0.003;
  private static final long SEED = 1;

  private final Network network;
  private final Parameters learned;
  private final Kernels kernels;
  private final double accuracy;
  private final int classes;

  private SampleClassifier(Network network, Parameters learned, Kernels kernels, double accuracy, int classes) {
    this.network = network;
    this.learned = learned;
    this.kernels = kernels;
    this.accuracy = accuracy;
    this.classes = classes;
  }

  /** Whether the data are images with classes. */
  public static boolean suits(PreparedData data) {
    return data.dataset().task() == Task.CLASSES && !data.dataset().isPoints() && data.dataset().classNames().size() > 1
        && data.dataset().answers() == 1;
  }

  /** Trains on real examples for about a second; on a worker thread. */
  public static SampleClassifier learn(PreparedData data, DataSettings settings, Kernels kernels) {
    int classes = data.dataset().classNames().size();
    Network network = Network.EMPTY.add(new Input(data.dataset().about().inputShape()), 0, 0).add(new Flatten(), 0, 0)
        .add(Dense.of(HIDDEN, Activation.RELU), 0, 0).add(Dense.of(classes, Activation.SOFTMAX), 0, 0)
        .add(Output.of(Loss.CROSS_ENTROPY), 0, 0).wire(1, 2).wire(2, 3).wire(3, 4).wire(4, 5);
    TrainingSettings training =
        TrainingSettings.STANDARD.withEpochs(EPOCHS).withBatch(BATCH).withRate(RATE).withOptimizer(Adam.STANDARD).withSeed(SEED);
    Project project = new Project(network, new Supervised(settings, Optional.empty()), training);
    Session session = Session.unwatched(project, data, kernels, Session.initialParameters(project));
    while (session.step()) {
      if (Thread.currentThread().isInterrupted()) {
        break; // cancelled
      }
    }
    double accuracy = session.evaluate(Part.TEST).accuracy();
    return new SampleClassifier(network, session.parameters(), kernels, accuracy, classes);
  }

  /** Accuracy on the test part. */
  public double accuracy() {
    return accuracy;
  }

  /**
   * Counts generated examples by confidently predicted class.
   *
   * @param examples [count × features], scaled
   */
  public ModeCoverage count(float[] examples, int count) {
    Plan plan = Compiler.compile(network, learned, kernels, new Seeds(0), Purpose.PREDICT, count);
    Feed.put(examples, 0, examples.length / count, plan);
    plan.forward(Mode.EVALUATE);
    int[] counts = new int[classes];
    for (int row = 0; row < count; row++) {
      for (int of = 0; of < classes; of++) {
        counts[of] += plan.prediction().get(row, of) >= SURE ? 1 : 0;
      }
    }
    return new ModeCoverage(counts, count, OptionalDouble.of(accuracy));
  }
}
