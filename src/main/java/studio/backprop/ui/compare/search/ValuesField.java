package studio.backprop.ui.compare.search;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.SpaceText;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/**
 * Text field of a hyperparameter's values. The bars over it show the range, so it is visible only from {@link #open} until entered, and
 * while invalid.
 */
final class ValuesField extends TextField {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final SearchModel model;
  private final Lang lang;
  private final SearchTexts words;
  private final Dimension dimension;
  private final Label refused = new Label();

  ValuesField(SearchModel model, Dimension dimension, Lang lang, Hints hints, SearchTexts words) {
    super(SpaceText.values(dimension));
    this.model = model;
    this.lang = lang;
    this.words = words;
    this.dimension = dimension;
    String id = dimension.name().replace('.', '-');
    getStyleClass().add("values");
    setId("values-" + id);
    hints.explain(this, "trials.values.help");
    refused.getStyleClass().addAll("note", "warn");
    refused.setWrapText(true);
    refused.setId("refused-" + id);
    Sight.show(refused, false);
    Sight.show(this, false);
    setOnAction(event -> {
      enter();
      close();
    });
    textProperty().subscribe((before, now) -> {
      if (Sight.of(refused) && now.strip().equals(SpaceText.values(dimension))) { // as after Ctrl+Z
        accept();
      }
    });
    focusedProperty().subscribe((before, now) -> {
      if (!now) {
        enter();
        close();
      }
    });
    addEventFilter(KeyEvent.KEY_PRESSED, key -> {
      if (key.getCode() == KeyCode.ESCAPE) {
        setText(SpaceText.values(dimension));
        accept();
        close();
        key.consume();
      }
    });
  }

  /** Validation error; to be placed below. */
  Label refused() {
    return refused;
  }

  /** Shows it with all text selected. */
  void open() {
    Sight.show(this, true);
    requestFocus();
    selectAll();
  }

  private void close() {
    if (!Sight.of(refused)) {
      Sight.show(this, false);
    }
  }

  private void enter() {
    if (getScene() == null) {
      return; // another field is in its place
    }
    if (getText().strip().equals(SpaceText.values(dimension))) {
      accept();
      return;
    }
    try {
      Searchable setting = model.known(dimension.name()).orElseThrow(() -> SearchProblem.of("trials.problem.unknown", dimension.name()));
      Dimension changed = SpaceText.values(setting, getText().strip());
      model.plan().put(changed);
    } catch (SearchProblem e) {
      Message why = named(e.sentence());
      refused.setText(lang.say(why));
      show(true);
      model.plan().refuse(dimension, why);
    }
  }

  private void accept() {
    show(false);
    model.plan().accept(dimension);
  }

  private void show(boolean refusing) {
    Sight.show(refused, refusing);
    pseudoClassStateChanged(REFUSED, refusing);
    if (refusing) {
      Sight.show(this, true);
    }
  }

  /** Replaces the file's key by the localized title of the hyperparameter. */
  private Message named(Message sentence) {
    Object[] args = sentence.args().stream().map(arg -> arg.equals(dimension.name()) ? words.title(dimension) : arg).toArray();
    return Message.of(sentence.key(), args);
  }
}
