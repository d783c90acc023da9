package studio.backprop.ui.judge.evaluate.fold;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.ui.judge.evaluate.CopyCsvButton;
import studio.backprop.ui.judge.evaluate.EvaluationPage;
import studio.backprop.ui.judge.evaluate.EvaluationView;
import studio.backprop.ui.judge.evaluate.fold.FoldExperiment.Kind;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PageColumns;
import studio.backprop.ui.kit.Scrolled;
import studio.backprop.ui.kit.ThemeModel;

/** Cross-validation page: trains the project once per fold and evaluates it on the held-out rows. */
public final class FoldsPage implements EvaluationView {
  /** Page width below which not every column and plot fits. */
  static final double NARROW = 1100;
  /** The same with the additional columns of two classes. */
  static final double NARROW_OF_TWO = 1260;
  /** Page width in large type for classrooms. */
  static final double TIGHT = 840;

  private final FoldsModel model;
  private final Lang lang;
  private final FoldsPane sheet;
  private final FoldsSidePane side;
  private final List<Node> head;
  private final Region body;

  public FoldsPage(FoldsModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    sheet = new FoldsPane(model, lang, hints, theme);
    side = new FoldsSidePane(model, lang, hints, theme);
    head = makeHead(hints);
    body = makeBody();
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

  @Override
  public List<Node> head() {
    return head;
  }

  @Override
  public Region body() {
    return body;
  }

  private List<Node> makeHead(Hints hints) {
    Label note = new Label();
    note.setId("folds-note");
    note.getStyleClass().addAll("note", "mut");
    note.textProperty().bind(Bindings.createStringBinding(this::note, model.revisionProperty(), lang.textsProperty(),
        lang.veil().countProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button copy = new CopyCsvButton(lang, hints, "folds",
        Bindings.createBooleanBinding(() -> model.results().isEmpty(), model.revisionProperty()), () -> FoldsCsv.write(model));
    copy.getStyleClass().add(EvaluationPage.WIDE_ONLY);
    return List.of(note, gap, copy);
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
    EmptyState nothing = new EmptyState(Icon.DATA, Bindings.createStringBinding(
        () -> lang.say("folds.state." + model.stateProperty().get().name().toLowerCase(Locale.ROOT)), model.stateProperty(),
        lang.textsProperty()));
    left.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.experiment(Kind.FOLDS).isPresent(), model.revisionProperty()));
    nothing.visibleProperty().bind(left.visibleProperty().not());
    StackPane middle = new StackPane(left, nothing);
    middle.setMinSize(0, 0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    ScrollPane right = Scrolled.upright(side);
    right.getStyleClass().addAll("side-scroll", "folds-scroll");
    PageColumns content = new PageColumns(left, List.of(right), middle, right);
    content.setFocusTraversable(true);
    content.accessibleTextProperty().bind(lang.bind("folds.title"));
    content.widthProperty().subscribe(width -> sheet.makeFit(width.doubleValue()));
    return content;
  }
}
