package studio.backprop.store;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * A project that comes with the program, in the folder of its name under {@code samples}.
 *
 * @param name of the folder and of the file in it, such as {@code digits-cnn}
 * @param group of what it learns from
 * @param speed the steps a second at which there is something to see; infinity where training takes its time anyway
 */
public record Sample(String name, Group group, double speed) {
  /** What the examples are. */
  public enum Group {
    POINTS,
    TABLES,
    SEQUENCES,
    GRAPHS,
    IMAGES;

    public Message title() {
      return Message.of("sample.group." + name().toLowerCase(Locale.ROOT));
    }
  }

  private static final double FAST = Double.POSITIVE_INFINITY;

  /** All of them, group by group, easy ones first. A new one is its folder, a line here, and its title and line among the texts. */
  private static final List<Sample> ALL =
      List.of(
          new Sample("circles", Group.POINTS, 20),
          new Sample("xor", Group.POINTS, 100),
          new Sample("spirals", Group.POINTS, 500),
          new Sample("iris", Group.TABLES, 20),
          new Sample("iris-two-inputs", Group.TABLES, 20),
          new Sample("wine", Group.TABLES, 20),
          new Sample("breast-cancer", Group.TABLES, 100),
          new Sample("auto-mpg", Group.TABLES, 100),
          new Sample("sine-rnn", Group.SEQUENCES, 100),
          new Sample("airline-lstm", Group.SEQUENCES, 500),
          new Sample("recall-lstm", Group.SEQUENCES, 100),
          new Sample("names-lstm", Group.SEQUENCES, FAST),
          new Sample("names-generator", Group.SEQUENCES, FAST),
          new Sample("prose-attention", Group.SEQUENCES, FAST),
          new Sample("karate-club", Group.GRAPHS, 20),
          new Sample("graph-families", Group.GRAPHS, 500),
          new Sample("mnist-dense", Group.IMAGES, FAST),
          new Sample("digits-cnn", Group.IMAGES, FAST),
          new Sample("mnist-lenet5", Group.IMAGES, FAST),
          new Sample("digits-residual", Group.IMAGES, FAST),
          new Sample("fashion-cnn", Group.IMAGES, FAST),
          new Sample("fashion-resnet8", Group.IMAGES, FAST),
          new Sample("digits-autoencoder", Group.IMAGES, FAST),
          new Sample("digits-conv-autoencoder", Group.IMAGES, FAST),
          new Sample("digits-denoising", Group.IMAGES, FAST),
          new Sample("digits-vae", Group.IMAGES, FAST),
          new Sample("shapes-unet", Group.IMAGES, FAST));

  public static List<Sample> all() {
    return ALL;
  }

  public static Optional<Sample> find(String name) {
    return ALL.stream().filter(sample -> sample.name.equals(name)).findFirst();
  }

  public Message title() {
    return Message.of("sample." + name);
  }

  /** One line on what it teaches. */
  public Message about() {
    return Message.of("sample." + name + ".about");
  }

  /** The project file; the caller closes it. */
  public InputStream open() {
    String file = "/samples/" + name + "/" + name + ".backprop";
    return Objects.requireNonNull(Sample.class.getResourceAsStream(file), file);
  }
}
