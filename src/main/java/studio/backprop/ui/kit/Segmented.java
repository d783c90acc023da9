package studio.backprop.ui.kit;

import java.util.Collection;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import studio.backprop.text.Message;

/** Segmented control: one of a few visible choices. The arrow keys move the selection. */
public class Segmented<T> extends HBox {
  private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

  private final ToggleGroup group = new ToggleGroup();
  private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");

  public Segmented(ObservableValue<String> name) {
    getStyleClass().add("segmented");
    accessibleTextProperty().bind(name);
    group.selectedToggleProperty().subscribe((before, now) -> {
      if (now == null) {
        group.selectToggle(before);
      } else {
        value.set(choice(now.getUserData()));
      }
    });
    value.subscribe(this::select);
  }

  /** Appends a choice; the first one is selected initially. */
  public Segmented<T> add(T choice, ObservableValue<String> text) {
    add(choice, new ToggleButton(), text);
    return this;
  }

  public Segmented<T> add(T choice, ObservableValue<String> text, Icon icon) {
    add(choice, new ToggleButton(null, icon.view()), text);
    return this;
  }

  /** Tooltip of a choice, with its shortcut. */
  public Segmented<T> explain(T choice, Hints hints, KeyCombination keys, String key) {
    getChildren().stream().filter(button -> button.getUserData().equals(choice)).forEach(button -> hints.explain(button, keys, key));
    return this;
  }

  /** Tooltip of a choice: its meaning, or why it is disabled. */
  public Segmented<T> explain(T choice, Hints hints, ObservableValue<Message> sentence) {
    getChildren().stream().filter(button -> button.getUserData().equals(choice)).forEach(button -> hints.explain(button, sentence));
    return this;
  }

  /** Enables a choice. Dimmed rather than disabled, so that its tooltip can say why. */
  public Segmented<T> allow(T choice, ObservableValue<Boolean> allowed) {
    getChildren().stream().filter(button -> button.getUserData().equals(choice))
        .forEach(button -> allowed.subscribe(can -> button.pseudoClassStateChanged(UNAVAILABLE, !can)));
    return this;
  }

  /** Shows the last choice only while wanted or selected. */
  public Segmented<T> offerLast(ObservableValue<Boolean> wanted) {
    ToggleButton last = (ToggleButton) getChildren().get(getChildren().size() - 1);
    Node before = getChildren().get(getChildren().size() - 2);
    last.managedProperty().bind(last.visibleProperty());
    Runnable decide = () -> {
      boolean show = wanted.getValue() || last.isSelected();
      last.setVisible(show);
      before.getStyleClass().remove("last");
      if (!show) {
        before.getStyleClass().add("last");
      }
    };
    wanted.subscribe(now -> decide.run()); // a binding of both would be garbage-collected
    last.selectedProperty().subscribe(now -> decide.run());
    return this;
  }

  /** Shows only these choices. */
  public void offerOnly(Collection<T> some) {
    Node last = null;
    for (Node button : getChildren()) {
      button.visibleProperty().unbind();
      button.managedProperty().unbind();
      boolean offered = some.contains(button.getUserData());
      button.setVisible(offered);
      button.setManaged(offered);
      button.getStyleClass().removeAll("first", "last");
      if (offered) {
        button.getStyleClass().addAll(last == null ? List.of("first") : List.of());
        last = button;
      }
    }
    if (last != null) {
      last.getStyleClass().add("last");
    }
  }

  public Segmented<T> explain(T choice, Hints hints, String key) {
    getChildren().stream().filter(button -> button.getUserData().equals(choice)).forEach(button -> hints.explain(button, key));
    return this;
  }

  private void add(T choice, ToggleButton button, ObservableValue<String> text) {
    button.textProperty().bind(text);
    button.setMnemonicParsing(false); // names have underscores
    button.setUserData(choice);
    button.setToggleGroup(group);
    button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    if (getChildren().isEmpty()) {
      button.getStyleClass().add("first");
      value.set(value.get() == null ? choice : value.get());
    } else {
      getChildren().get(getChildren().size() - 1).getStyleClass().remove("last");
    }
    button.getStyleClass().add("last");
    getChildren().add(button);
    select(value.get());
  }

  public ObjectProperty<T> valueProperty() {
    return value;
  }

  public T value() {
    return value.get();
  }

  private void select(T choice) {
    group.getToggles().stream().filter(t -> t.getUserData().equals(choice)).findFirst().ifPresent(t -> t.setSelected(true));
  }

  @SuppressWarnings("unchecked") // only add() fills the user data, with a T
  private T choice(Object userData) {
    return (T) userData;
  }
}
