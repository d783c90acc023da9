package studio.backprop.ui.kit;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.text.Message;

/** Messages for background tasks that fail by a bug or by lack of memory; each is also logged. */
public final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {
  }

  public static Message sentence(Throwable fault) {
    String reason = reason(fault);
    return fault instanceof OutOfMemoryError ? Message.of("work.no_memory") : Message.of("work.failed", reason);
  }

  /** The first failure among several tasks; keep a reference to the result. */
  @SafeVarargs
  public static ObservableValue<Optional<Message>> first(ObservableValue<Optional<Message>>... failures) {
    return Bindings.createObjectBinding(
        () -> Arrays.stream(failures).map(ObservableValue::getValue).flatMap(Optional::stream).findFirst(), failures);
  }

  /** The exception's own message, for use within a sentence. */
  public static String reason(Throwable fault) {
    LOG.error("work beside the screen has failed", fault);
    return Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
  }
}
