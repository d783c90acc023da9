package studio.backprop.ui.design.palette;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;

/** Text field of a formula. Enter or losing the focus applies it or shows the parse error; Escape restores the last valid formula. */
final class FormulaField extends VBox {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final DataSettingsModel model;
  private final Lang lang;
  private final ObservableValue<String> kept;
  private final TextField field = new TextField();
  private final Label refusal = Labels.wrapped("", "refusal");

  FormulaField(DataSettingsModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    this.kept = model.formulaProperty();
    getStyleClass().add("formula-field");
    field.accessibleTextProperty().bind(lang.bind("palette.formula"));
    refuse(Optional.empty());
    kept.subscribe(this::restore);
    field.setOnAction(event -> take());
    field.focusedProperty().subscribe((before, focused) -> {
      if (!focused) {
        take();
      }
    });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    getChildren().addAll(field, refusal);
  }

  private void take() {
    if (!field.getText().equals(kept.getValue())) {
      refuse(model.setFormula(field.getText()));
    } else {
      refuse(Optional.empty());
    }
  }

  private void restore() {
    field.setText(kept.getValue());
    refuse(Optional.empty());
  }

  private void refuse(Optional<Message> sentence) {
    field.pseudoClassStateChanged(REFUSED, sentence.isPresent());
    refusal.setText(sentence.map(lang::say).orElse(""));
    refusal.setVisible(sentence.isPresent());
    refusal.setManaged(sentence.isPresent());
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && !field.getText().equals(kept.getValue())) {
      restore();
      key.consume();
    }
  }
}
