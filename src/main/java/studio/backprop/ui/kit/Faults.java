package studio.backprop.ui.kit;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.text.Message;

/** What is said where work beside the screen ends by a fault of the program, or for want of memory; each is written down, too. */
public final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {
  }

  /** One sentence that says what to do. */
  public static Message sentence(Throwable fault) {
    String reason = reason(fault);
    return fault instanceof OutOfMemoryError ? Message.of("work.no_memory") : Message.of("work.failed", reason);
  }

  /** Of several pieces of work the first that has failed; to be held by who wants to know. */
  @SafeVarargs
  public static ObservableValue<Optional<Message>> first(ObservableValue<Optional<Message>>... failures) {
    return Bindings.createObjectBinding(
        () -> Arrays.stream(failures).map(ObservableValue::getValue).flatMap(Optional::stream).findFirst(), failures);
  }

  /** What the fault says of itself, to stand in a sentence. */
  public static String reason(Throwable fault) {
    LOG.error("work beside the screen has failed", fault);
    return Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
  }
}
