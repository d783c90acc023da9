package studio.backprop.ui.design.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;

/** Formulas of the selected layers and of their functions, with a sentence each. */
final class MathPage extends VBox {
  private static final double LETTERS = 15;

  private final Lang lang;
  private final Typesetter typesetter;
  private final VBox entries = new VBox();

  MathPage(MathModel model, Lang lang, Typesetter typesetter) {
    this.lang = lang;
    this.typesetter = typesetter;
    getStyleClass().addAll("page");
    entries.getStyleClass().addAll("math");
    getChildren().add(entries);
    model.entriesProperty().subscribe(this::show);
  }

  void add(Node more) {
    getChildren().add(more);
  }

  /** Whether added nodes stand above the formulas. */
  void lead(boolean first) {
    getChildren().remove(entries);
    getChildren().add(first ? getChildren().size() : 0, entries);
  }

  private void show(List<MathModel.Entry> entries) {
    this.entries.getChildren().setAll(entries.stream().map(this::view).toList());
  }

  private Node view(MathModel.Entry entry) {
    VBox view = new VBox();
    view.getStyleClass().add("entry");
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind(entry.title().key()));
    view.getChildren().add(title);
    entry.help().ifPresent(sentence -> {
      Label help = Labels.wrapped("", "note", "mut");
      help.textProperty().bind(lang.bind(sentence.key()));
      view.getChildren().add(help);
    });
    Formula formula = new Formula(typesetter, LETTERS);
    formula.latexProperty().set(entry.latex());
    view.getChildren().add(formula);
    return view;
  }
}
