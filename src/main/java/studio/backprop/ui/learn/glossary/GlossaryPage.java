package studio.backprop.ui.learn.glossary;

import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Finder;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Overlay;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;

/** Glossary page: searchable terms at the left; at the right the definition of the selected one, and links. */
public final class GlossaryPage {
  private static final double LETTERS = 17;

  private final GlossaryModel model;
  private final Lang lang;
  private final Finder<String> finder;
  private final Label name = new Label();
  private final Label otherName = new Label();
  private final Label meaning = new Label();
  private final Formula formula;
  private final FlowPane related = new FlowPane();
  private final Label count = new Label();
  private final Button close = new Button();
  private final Overlay overlay;

  public GlossaryPage(GlossaryModel model, Lang lang, Typesetter typesetter) {
    this.model = model;
    this.lang = lang;
    formula = new Formula(typesetter, LETTERS);
    finder = new Finder<>(lang, "glossary", model::find);
    finder.getStyleClass().add("glossary-terms");
    finder.list().setCellFactory(view -> new Cell());
    finder.list().getSelectionModel().selectedItemProperty().subscribe(this::show);
    count.textProperty().bind(lang.bind("glossary.count", Bindings.size(finder.list().getItems())));
    HBox body = new HBox(finder, entry());
    body.getStyleClass().add("glossary-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox card = new VBox(head(), body);
    card.getStyleClass().addAll("card", "glossary");
    card.focusedProperty().subscribe(focused -> {
      if (focused) {
        finder.requestFocus();
      }
    });
    overlay = new Overlay(card);
    close.setOnAction(event -> overlay.close());
  }

  private HBox head() {
    Label title = new Label();
    title.getStyleClass().add("lesson-title");
    title.textProperty().bind(lang.bind("glossary.title"));
    count.getStyleClass().addAll("note", "mut");
    close.setGraphic(Icon.CLOSE.view());
    close.getStyleClass().addAll("bare", "icon-only");
    new Hints(lang).explain(close, "glossary.close");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, count, gap, close);
    head.getStyleClass().add("page-head");
    return head;
  }

  private VBox entry() {
    name.getStyleClass().add("lesson-title");
    otherName.getStyleClass().add("mut");
    otherName.managedProperty().bind(otherName.textProperty().isNotEmpty());
    meaning.getStyleClass().add("glossary-meaning");
    meaning.setWrapText(true);
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    related.getStyleClass().add("glossary-related");
    VBox entry = new VBox(name, otherName, meaning, formula, related);
    entry.getStyleClass().add("glossary-entry");
    HBox.setHgrow(entry, Priority.ALWAYS);
    return entry;
  }

  /** Opens at the term of the focused control, or else at the beginning. */
  public void showIn(Scene scene) {
    showIn(scene, Terms.at(scene.getFocusOwner()).orElse(""));
  }

  public void showIn(Scene scene, String term) {
    finder.clear();
    finder.choose(finder.list().getItems().indexOf(term));
    overlay.showIn(scene);
  }

  private void show(String term) {
    boolean chosen = term != null;
    name.setText(chosen ? model.name(term) : "");
    otherName.setText(chosen ? model.otherName(term).orElse("") : "");
    meaning.setText(chosen ? model.meaning(term) : "");
    formula.latexProperty().set(chosen ? model.formula(term).orElse("") : "");
    related.getChildren().clear();
    if (chosen) {
      model.related(term).forEach(this::link);
    }
  }

  private void link(String term) {
    if (related.getChildren().isEmpty()) {
      Label see = new Label(lang.say("glossary.see"));
      see.getStyleClass().add("mut");
      related.getChildren().add(see);
    }
    Hyperlink link = new Hyperlink(model.name(term));
    link.setOnAction(event -> {
      finder.clear();
      finder.choose(finder.list().getItems().indexOf(term));
      finder.list().requestFocus();
    });
    related.getChildren().add(link);
  }

  private final class Cell extends ListCell<String> {
    @Override
    protected void updateItem(String term, boolean empty) {
      super.updateItem(term, empty);
      setText(empty ? null : model.name(term));
    }
  }
}
