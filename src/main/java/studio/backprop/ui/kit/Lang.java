package studio.backprop.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** Current language, and localized texts as bindings that follow a switch of language. */
public final class Lang {
  private static final String NOT_A_NUMBER = "NaN";
  private static final int MOST_PLACES = 10;

  private final ObjectProperty<Texts> texts = new SimpleObjectProperty<>(this, "texts");
  private final Veil veil = new Veil();
  private final ObservableValue<Numbers> numbers =
      Bindings.createObjectBinding(() -> new Numbers(texts.get().locale(), veil), texts, veil.countProperty());

  public Lang(Texts first) {
    texts.set(first);
  }

  public ObjectProperty<Texts> textsProperty() {
    return texts;
  }

  public Texts texts() {
    return texts.get();
  }

  public ObservableValue<Numbers> numbersProperty() {
    return numbers;
  }

  public Numbers numbers() {
    return numbers.getValue();
  }

  public Veil veil() {
    return veil;
  }

  /** Runs now and whenever texts have to be written again: after a switch of language or a change of the hidden numbers. */
  public Subscription whenWrittenAnew(Runnable write) {
    return Subscription.combine(texts.subscribe(now -> write.run()), veil.countProperty().subscribe((before, now) -> write.run()));
  }

  /** Localized text at this moment, for what is not kept on screen. */
  public String say(String key, Object... args) {
    Object[] written = Arrays.stream(args).map(this::written).toArray();
    boolean covered = veil.isDown() && Arrays.stream(written).anyMatch(arg -> arg instanceof Double number && Double.isNaN(number));
    String said = texts.get().say(key, written);
    return covered ? said.replace(NOT_A_NUMBER, Veil.SIGN) : said;
  }

  public String say(Message message) {
    return say(message.key(), message.args().toArray());
  }

  /** Localized name; {@code otherwise} if there is no text with this key. */
  public String known(String key, String otherwise) {
    return texts().has(key) ? say(key) : otherwise;
  }

  private Object written(Object arg) {
    if (arg instanceof Message message) {
      return say(message);
    } else if (arg instanceof Measured measured) {
      return veil.hides(measured.value()) ? Veil.SIGN : measured.written(texts().locale());
    }
    // some texts format numbers themselves; NaN has a known form
    boolean hidden = arg instanceof Number number && veil.isDown() && !isPlace(number) && veil.hides(number.doubleValue());
    return hidden ? (Object) Double.NaN : arg;
  }

  /** Small whole numbers are indices and counts. */
  private static boolean isPlace(Number number) {
    return number instanceof Integer && Math.abs(number.intValue()) < MOST_PLACES;
  }

  /** Localized text that follows the language and every observable argument. */
  public StringBinding bind(String key, Object... args) {
    List<Observable> sources = new ArrayList<>(List.of(texts, veil.countProperty()));
    for (Object arg : args) {
      if (arg instanceof Observable source) {
        sources.add(source);
      }
    }
    return Bindings.createStringBinding(() -> say(key, Arrays.stream(args).map(Lang::valueOf).toArray()),
        sources.toArray(Observable[]::new));
  }

  /** Localized text of a message; empty while it is null. */
  public StringBinding bind(ObservableValue<Message> message) {
    return Bindings.createStringBinding(() -> message.getValue() == null ? "" : say(message.getValue()), texts, message,
        veil.countProperty());
  }

  private static Object valueOf(Object arg) {
    return arg instanceof ObservableValue<?> value ? value.getValue() : arg;
  }
}
