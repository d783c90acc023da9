package studio.backprop.ui.judge.evaluate.fold;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.ui.judge.evaluate.EvaluationView;
import studio.backprop.ui.judge.evaluate.fold.FoldExperiment.Kind;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PageColumns;
import studio.backprop.ui.kit.Scrolled;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.page.PageContent;

/** Cross-validation page: trains the project once per fold and evaluates it on the held-out rows. */
public final class FoldsPage extends EvaluationView {
  /** Page width below which not every column and plot fits. */
  static final double NARROW = 1100;
  /** The same with the additional columns of two classes. */
  static final double NARROW_OF_TWO = 1260;
  /** Page width in large type for classrooms. */
  static final double TIGHT = 840;

  private final FoldsModel model;
  private final FoldsPane sheet;
  private final FoldsSidePane side;

  public FoldsPage(FoldsModel model, Lang lang, Hints hints, ThemeModel theme) {
    super(lang, hints);
    this.model = model;
    sheet = new FoldsPane(model, lang, hints, theme);
    side = new FoldsSidePane(model, lang, hints, theme);
    compose(makeHead(), makeBody());
    model.revisionProperty().subscribe(now -> show());
    lang.whenWrittenAnew(this::writeAnew);
    theme.paletteProperty().subscribe(palette -> writeAnew());
  }

  private void writeAnew() {
    sheet.writeAnew();
    side.show();
  }

  private void show() {
    sheet.show();
    side.show();
  }

  private List<Node> makeHead() {
    Label note = new Label();
    note.setId("folds-note");
    note.getStyleClass().addAll("note", "mut");
    note.textProperty().bind(Bindings.createStringBinding(this::note, model.revisionProperty(), lang.textsProperty(),
        lang.veil().countProperty()));
    return List.of(note, gap(), copyButton("folds",
        Bindings.createBooleanBinding(() -> model.results().isEmpty(), model.revisionProperty()), () -> FoldsCsv.write(model)));
  }

  /** 5 folds · 12 epochs each · done. */
  private String note() {
    return model.experiment(Kind.FOLDS).map(folds -> {
      String state = "folds.head." + (model.stateProperty().get() == FoldsModel.State.RUNNING ? "running"
          : folds.done() == folds.all() ? model.changes().isEmpty() ? "done" : "changed" : "cancelled");
      CrossValidation plan = folds.plan();
      return lang.say("folds.head", lang.say(FoldsTexts.method(plan.method())), plan.folds(), folds.all() / plan.folds(), plan.seed(),
          folds.project().training().epochs(), lang.say(state, folds.done()));
    }).orElse("");
  }

  private Region makeBody() {
    ScrollPane left = Scrolled.upright(sheet);
    left.setFitToHeight(true);
    PageContent middle = new PageContent(left,
        Bindings.createBooleanBinding(() -> model.experiment(Kind.FOLDS).isPresent(), model.revisionProperty()), Icon.DATA,
        PageContent.sentence(lang, "folds", model.stateProperty()));
    HBox.setHgrow(middle, Priority.ALWAYS);
    ScrollPane right = side(side, "folds-scroll");
    PageColumns content = new PageColumns(left, List.of(right), middle, right);
    content.setFocusTraversable(true);
    content.accessibleTextProperty().bind(lang.bind("folds.title"));
    content.widthProperty().subscribe(width -> sheet.makeFit(width.doubleValue()));
    return content;
  }
}
