package studio.backprop.ui.inside.lens.conv;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.GradCam;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.workspace.attribution.CamMaps;
import studio.backprop.ui.workspace.attribution.SeenAttribution;

/** Grad-CAM of a convolution for the chosen example: its maps, the mean gradient α of each, and the ReLU of their weighted sum. */
final class CamCard extends VBox {
  private static final int DIGITS = 3;
  private static final double HIGH = 96;

  private final LensDesk desk;
  private final Label title = new Label();
  private final Label sentence = Labels.wrapped("", "note");
  private final Label note = Labels.wrapped("", "note", "mut");
  private final CamMaps maps;
  private final Subscription follows;
  private int node = -1;
  private int filter;

  CamCard(LensDesk desk) {
    this.desk = desk;
    maps = new CamMaps(desk.lang(), desk.theme());
    maps.setMinHeight(HIGH);
    maps.setPrefHeight(HIGH);
    title.getStyleClass().add("strong");
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.textProperty().bind(desk.lang().bind("reason.method.grad_cam"));
    new Terms(desk.lang()).explain(title, "grad-cam");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox head = new HBox(title, sentence);
    head.getStyleClass().add("card-head");
    getStyleClass().addAll("card", "cam-card");
    setId("lens-cam");
    getChildren().addAll(head, maps, note);
    follows = Subscription.combine(desk.cam().seenProperty().subscribe((before, now) -> show()), desk.lang().whenWrittenAnew(this::show));
  }

  /** Computes the maps of a node while the card is visible. */
  void read(int wanted, int chosen) {
    node = wanted;
    filter = chosen;
    desk.cam().methodProperty().set(AttributionMethod.GRAD_CAM);
    desk.cam().layerProperty().set(OptionalInt.of(wanted));
    desk.cam().watchedProperty().set(true);
    show();
  }

  /** Stops while the card is hidden. */
  void rest() {
    desk.cam().watchedProperty().set(false);
  }

  void leave() {
    rest();
    follows.unsubscribe();
  }

  private void show() {
    Optional<SeenAttribution> seen = desk.cam().seenProperty().get();
    boolean none = !desk.cam().explains() || seen.filter(now -> now.cam().isEmpty() || now.layer() != node).isPresent();
    GradCam cam = none ? null : seen.flatMap(SeenAttribution::cam).filter(found -> filter < found.weights().length).orElse(null);
    Sight.show(maps, cam != null);
    if (cam == null) {
      sentence.setText("");
      note.setText(desk.lang().say(desk.cam().isHidden() ? "lens.cam.covered" : none ? "lens.cam.none" : "lens.cam.waits"));
      return;
    }
    SeenAttribution now = seen.orElseThrow();
    sentence.setText(desk.lang().say("lens.cam.said", now.subject(desk.lang()), number(now.score()), filter + 1,
        number(cam.weights()[filter]), cam.height() + "×" + cam.width()));
    int count = cam.weights().length;
    String about = CamMaps.showsAll(count) ? "lens.cam.note_all" : "lens.cam.note";
    note.setText(desk.lang().say(cam.isEmpty() ? "lens.cam.empty" : about, count));
    maps.show(cam, filter);
  }

  private String number(double value) {
    return desk.lang().numbers().significant(value, DIGITS);
  }
}
