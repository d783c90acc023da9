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
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** The reader's language. Labels bind to their sentence here, so that a switch of language changes all of them at once. */
public final class Lang {
  private final ObjectProperty<Texts> texts = new SimpleObjectProperty<>(this, "texts");
  private final ObservableValue<Numbers> numbers = texts.map(t -> new Numbers(t.locale()));

  public Lang(Texts first) {
    texts.set(first);
  }

  public ObjectProperty<Texts> textsProperty() {
    return texts;
  }

  public Texts texts() {
    return texts.get();
  }

  /** Numbers written in this language. */
  public ObservableValue<Numbers> numbersProperty() {
    return numbers;
  }

  public Numbers numbers() {
    return numbers.getValue();
  }

  /** The sentence as it reads now; for what does not stay on the screen. */
  public String say(String key, Object... args) {
    return texts.get().say(key, Arrays.stream(args).map(this::written).toArray());
  }

  public String say(Message message) {
    return say(message.key(), message.args().toArray());
  }

  /** What a name is called in this language; the name itself, such as one that a person gave, where no text has it. */
  public String known(String key, String otherwise) {
    return texts().has(key) ? say(key) : otherwise;
  }

  private Object written(Object arg) {
    return arg instanceof Message message ? say(message) : arg instanceof Measured measured ? measured.written(texts().locale()) : arg;
  }

  /** The sentence of a key, following the language and every argument that is observable. */
  public StringBinding bind(String key, Object... args) {
    List<Observable> sources = new ArrayList<>(List.of(texts));
    for (Object arg : args) {
      if (arg instanceof Observable source) {
        sources.add(source);
      }
    }
    return Bindings.createStringBinding(() -> say(key, Arrays.stream(args).map(Lang::valueOf).toArray()),
        sources.toArray(Observable[]::new));
  }

  /** The sentence of a message that may change, or nothing while there is none. */
  public StringBinding bind(ObservableValue<Message> message) {
    return Bindings.createStringBinding(() -> message.getValue() == null ? "" : say(message.getValue()), texts, message);
  }

  private static Object valueOf(Object arg) {
    return arg instanceof ObservableValue<?> value ? value.getValue() : arg;
  }
}
