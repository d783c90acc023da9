package studio.backprop.store;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * A project that comes with the program, in the folder of its name under {@code samples}.
 *
 * @param name of the folder and of the file in it, such as {@code digits-cnn}
 */
public record Sample(String name) {
  /** All of them, easy ones first. A new one is its folder, a line here, and its title and line among the texts. */
  private static final List<Sample> ALL =
      List.of(new Sample("circles"), new Sample("iris"), new Sample("wine"), new Sample("digits-cnn"), new Sample("mnist-lenet5"));

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
