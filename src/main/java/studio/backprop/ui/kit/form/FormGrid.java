package studio.backprop.ui.kit.form;

import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;

/** Form of name–control rows. An entry committed with Enter is one history entry; arrow presses merge until the form loses the focus. */
public class FormGrid extends VBox {
  private static final ObservableValue<Boolean> ALWAYS = new SimpleObjectProperty<>(true);

  private final Lang lang;
  private final Hints hints;
  private final Terms terms;

  /** @param settle ends a sequence of merging edits */
  public FormGrid(Lang lang, Hints hints, Runnable settle) {
    this.lang = lang;
    this.hints = hints;
    this.terms = new Terms(lang);
    getStyleClass().add("form-grid");
    addEventFilter(ActionEvent.ACTION, e -> settle.run());
    addEventHandler(ActionEvent.ACTION, e -> settle.run());
    focusWithinProperty().subscribe((before, now) -> settle.run());
  }

  public final void row(Message title, Message help, Node control) {
    row(title, help, control, ALWAYS);
  }

  /** Adds a row, shown only while it applies. */
  public final void row(Message title, Message help, Node control, ObservableValue<Boolean> applies) {
    HBox.setHgrow(control, Priority.ALWAYS);
    add(new HBox(name(title, help, control), control), "row", applies);
  }

  /** Adds a name with its control below it in full width. */
  public final void wide(Message title, Message help, Node control) {
    wide(title, help, control, ALWAYS);
  }

  public final void wide(Message title, Message help, Node control, ObservableValue<Boolean> applies) {
    add(new VBox(name(title, help, control), control), "wide", applies);
  }

  /** Adds a dice button to the last row; {@code searched} is the setting's name in a search space. */
  public final void die(SettingDice dice, Supplier<String> searched) {
    die(getChildren().size() - 1, dice, searched);
  }

  final void die(int row, SettingDice dice, Supplier<String> searched) {
    new DieButton(dice, searched, hints).standBeside((Pane) getChildren().get(row));
  }

  /** Id of the control in the row with this text key. */
  public static String idOf(String key) {
    return key.replace('.', '-');
  }

  private void add(Pane row, String style, ObservableValue<Boolean> applies) {
    row.getStyleClass().add(style);
    row.visibleProperty().bind(applies);
    row.managedProperty().bind(applies);
    getChildren().add(row);
  }

  private Label name(Message title, Message help, Node control) {
    Label name = new Label();
    name.getStyleClass().add("name");
    name.textProperty().bind(lang.bind(title.key()));
    name.setLabelFor(control);
    if (control.getId() == null) {
      control.setId(idOf(title.key()));
    }
    hints.explain(name, help.key());
    Terms.ofTitle(title.key()).ifPresent(term -> {
      terms.explainSetting(name, help.key(), term);
      terms.mark(control, term);
    });
    return name;
  }
}
