package studio.backprop.ui.presenter;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.text.Message;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.document.ProjectTitle;
import studio.backprop.ui.kit.Cover;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.run.RunModel;

/**
 * The presentation: a view of the window at twice its size, what the training has come to, and large buttons. Views are lent by the window
 * and go back to it, so that everything is as it was.
 */
public final class PresenterView {
  private static final double NARROW = 1366;
  private static final PseudoClass NARROW_STATE = PseudoClass.getPseudoClass("narrow");

  private final PresenterModel model;
  private final List<Exhibit> exhibits;
  private final Enlarged stage = new Enlarged();
  private final Pen pen;
  private final BorderPane page = new BorderPane();
  private final Cover cover = new Cover(page);
  private int shown = -1;
  private List<Node> under = List.of();
  private Runnable back = () -> {};

  /** @param walk goes one node on in the network, or back for −1 */
  public PresenterView(List<Exhibit> exhibits, DocumentModel document, RunModel run, Lang lang, IntConsumer walk) {
    this.exhibits = exhibits;
    this.model = new PresenterModel(exhibits.size());
    pen = new Pen(model);
    Region blank = new Region();
    blank.getStyleClass().add("blank");
    blank.visibleProperty().bind(model.blankProperty());
    blank.setMouseTransparent(true);
    StackPane middle = new StackPane(stage, new Spotlight(model), pen);
    middle.addEventFilter(MouseEvent.MOUSE_MOVED, event -> model.pointAt(event.getX(), event.getY()));
    middle.addEventFilter(ScrollEvent.SCROLL, this::turnWheel);
    page.getStyleClass().add("presenter");
    page.setFocusTraversable(true);
    page.accessibleTextProperty().bind(lang.bind("presenter.begin.help"));
    page.setTop(head(document, run, lang));
    page.setCenter(middle);
    page.setBottom(new Controls(model, exhibits, pen, run, lang));
    cover.getChildren().add(blank);
    page.widthProperty().subscribe(width -> page.pseudoClassStateChanged(NARROW_STATE, width.doubleValue() < NARROW));
    new PresenterKeys(model, pen, run, walk).installOn(cover);
    model.presentingProperty().subscribe(this::follow);
    model.viewProperty().subscribe(this::follow);
    model.magnifiedProperty().subscribe(closer -> stage.magnify(closer, model.xProperty().get(), model.yProperty().get()));
  }

  private HBox head(DocumentModel document, RunModel run, Lang lang) {
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    ObservableValue<String> key = model.viewProperty().flatMap(view -> exhibits.get(view.intValue()).titleKey());
    title.textProperty().bind(lang.bind(key.map(Message::of)));
    Label project = new Label();
    project.getStyleClass().add("mut");
    project.textProperty().bind(Bindings.createStringBinding(() -> lang.say(ProjectTitle.of(document.nameProperty().get())),
        document.nameProperty(), lang.textsProperty()));
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(title, project, gap(), new Figures(run, lang));
    head.getStyleClass().add("head");
    return head;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /** Begins to present in this window, or ends. */
  public void toggleIn(Scene scene) {
    if (model.presentingProperty().get()) {
      model.end();
    } else {
      cover.showIn(scene);
      hideUnder();
      model.begin();
    }
  }

  /** What lies under the presentation is not drawn meanwhile: the training needs the time. */
  private void hideUnder() {
    under = cover.getParent().getChildrenUnmodifiable().stream().filter(node -> node != cover && node.isVisible() && !node.visibleProperty().isBound()).toList();
    under.forEach(node -> node.setVisible(false));
  }

  /** Presents one of the exhibits, now or when it begins. */
  public void show(int exhibit) {
    model.show(exhibit);
  }

  private void follow() {
    int wanted = model.presentingProperty().get() ? model.viewProperty().get() : -1;
    if (wanted != shown) {
      stage.clear();
      back.run();
      back = () -> {};
      pen.wipe();
      if (wanted >= 0) {
        back = exhibits.get(wanted).lend();
        stage.show(exhibits.get(wanted).view());
      }
      shown = wanted;
    }
    if (wanted < 0) {
      under.forEach(node -> node.setVisible(true));
      under = List.of();
      cover.close();
    }
  }

  private void turnWheel(ScrollEvent event) {
    if (model.spotlightProperty().get()) {
      model.growSpotlight(Math.signum(event.getDeltaY()));
      event.consume();
    }
  }
}
