package studio.backprop.ui.learn.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** A choice of one or all. @param <T> what is chosen */
final class FilterChoice<T> extends ComboBox<Optional<T>> {
  /** So many have room below it in a small window. */
  private static final int MOST_ROWS = 10;

  private Function<Optional<T>, String> words = one -> "";
  private final ObjectProperty<Optional<T>> chosen;

  /** @param chosen follows it, both ways */
  FilterChoice(String id, ObjectProperty<Optional<T>> chosen) {
    this.chosen = chosen;
    setId(id);
    chosen.subscribe(this::setValue);
    valueProperty().subscribe(now -> {
      if (now != null) {
        chosen.set(now);
      }
    });
  }

  /** Offers these, and all; called anew when the language changes. @param name of one; of nothing what stands for all */
  void offer(List<T> choices, Function<Optional<T>, String> name) {
    words = name;
    Optional<T> before = chosen.get();
    setConverter(new StringConverter<>() {
      @Override
      public String toString(Optional<T> one) {
        return one == null ? "" : words.apply(one);
      }

      @Override
      public Optional<T> fromString(String typed) {
        throw new UnsupportedOperationException("it is chosen, not typed");
      }
    });
    List<Optional<T>> all = new ArrayList<>();
    all.add(Optional.empty());
    choices.forEach(one -> all.add(Optional.of(one)));
    if (!getItems().equals(all)) {
      getItems().setAll(all);
      setVisibleRowCount(Math.min(MOST_ROWS, all.size()));
    }
    setValue(null); // so that its words are written in the language of now
    setValue(all.contains(before) ? before : Optional.empty());
  }
}
