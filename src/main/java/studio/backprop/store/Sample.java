package studio.backprop.store;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Bundled project, in its folder under {@code samples}.
 *
 * @param name of the folder and of the file in it, such as {@code digits-cnn}
 * @param group kind of data
 * @param goal kind of task
 * @param speed default steps per second of the playback; infinity for slow training
 */
public record Sample(String name, Group group, Goal goal, double speed) {
  /** Kind of data. */
  public enum Group {
    POINTS,
    TABLES,
    SEQUENCES,
    GRAPHS,
    IMAGES,
    WORLDS;

    public Message title() {
      return Message.of("sample.group." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** Kind of task. */
  public enum Goal {
    CLASSIFICATION,
    REGRESSION,
    FORECAST,
    GENERATION,
    RECONSTRUCTION,
    SEGMENTATION,
    CONTROL;

    public Message title() {
      return Message.of("sample.goal." + name().toLowerCase(Locale.ROOT));
    }
  }

  private static final double FAST = Double.POSITIVE_INFINITY;

  /** All samples by group, easy ones first. A new one needs its folder, an entry here, and its texts. */
  private static final List<Sample> ALL =
      List.of(
          new Sample("circles", Group.POINTS, Goal.CLASSIFICATION, 20),
          new Sample("xor", Group.POINTS, Goal.CLASSIFICATION, 100),
          new Sample("spirals", Group.POINTS, Goal.CLASSIFICATION, 500),
          new Sample("race-circles", Group.POINTS, Goal.CLASSIFICATION, 20),
          new Sample("gan-ring", Group.POINTS, Goal.GENERATION, 1000),
          new Sample("iris", Group.TABLES, Goal.CLASSIFICATION, 20),
          new Sample("iris-two-inputs", Group.TABLES, Goal.CLASSIFICATION, 20),
          new Sample("wine", Group.TABLES, Goal.CLASSIFICATION, 20),
          new Sample("breast-cancer", Group.TABLES, Goal.CLASSIFICATION, 100),
          new Sample("auto-mpg", Group.TABLES, Goal.REGRESSION, 100),
          new Sample("race-ravine", Group.TABLES, Goal.REGRESSION, 20),
          new Sample("sine-rnn", Group.SEQUENCES, Goal.FORECAST, 100),
          new Sample("airline-lstm", Group.SEQUENCES, Goal.FORECAST, 500),
          new Sample("recall-lstm", Group.SEQUENCES, Goal.CLASSIFICATION, 100),
          new Sample("names-lstm", Group.SEQUENCES, Goal.CLASSIFICATION, FAST),
          new Sample("names-generator", Group.SEQUENCES, Goal.GENERATION, FAST),
          new Sample("prose-attention", Group.SEQUENCES, Goal.GENERATION, FAST),
          new Sample("karate-club", Group.GRAPHS, Goal.CLASSIFICATION, 20),
          new Sample("graph-families", Group.GRAPHS, Goal.CLASSIFICATION, 500),
          new Sample("mnist-dense", Group.IMAGES, Goal.CLASSIFICATION, FAST),
          new Sample("digits-cnn", Group.IMAGES, Goal.CLASSIFICATION, FAST),
          new Sample("search-digits", Group.IMAGES, Goal.CLASSIFICATION, FAST),
          new Sample("mnist-lenet5", Group.IMAGES, Goal.CLASSIFICATION, FAST),
          new Sample("digits-residual", Group.IMAGES, Goal.CLASSIFICATION, FAST),
          new Sample("landscape-residual", Group.IMAGES, Goal.CLASSIFICATION, FAST),
          new Sample("fashion-cnn", Group.IMAGES, Goal.CLASSIFICATION, FAST),
          new Sample("fashion-resnet8", Group.IMAGES, Goal.CLASSIFICATION, FAST),
          new Sample("search-fashion", Group.IMAGES, Goal.CLASSIFICATION, FAST),
          new Sample("digits-autoencoder", Group.IMAGES, Goal.RECONSTRUCTION, FAST),
          new Sample("digits-conv-autoencoder", Group.IMAGES, Goal.RECONSTRUCTION, FAST),
          new Sample("digits-denoising", Group.IMAGES, Goal.RECONSTRUCTION, FAST),
          new Sample("digits-vae", Group.IMAGES, Goal.GENERATION, FAST),
          new Sample("shapes-unet", Group.IMAGES, Goal.SEGMENTATION, FAST),
          new Sample("gan-digits", Group.IMAGES, Goal.GENERATION, FAST),
          new Sample("cliff", Group.WORLDS, Goal.CONTROL, 500),
          new Sample("cartpole-reinforce", Group.WORLDS, Goal.CONTROL, FAST),
          new Sample("cartpole-ppo", Group.WORLDS, Goal.CONTROL, FAST),
          new Sample("cartpole-dqn", Group.WORLDS, Goal.CONTROL, FAST),
          new Sample("acrobot-ppo", Group.WORLDS, Goal.CONTROL, FAST));

  public static List<Sample> all() {
    return ALL;
  }

  public static Optional<Sample> find(String name) {
    return ALL.stream().filter(sample -> sample.name.equals(name)).findFirst();
  }

  public Message title() {
    return Message.of("sample." + name);
  }

  public Message about() {
    return Message.of("sample." + name + ".about");
  }

  /** The project file; the caller closes it. */
  public InputStream open() {
    String file = "/samples/" + name + "/" + name + ".backprop";
    return Objects.requireNonNull(Sample.class.getResourceAsStream(file), file);
  }
}
