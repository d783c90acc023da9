package studio.backprop.ui.judge.attribution;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.GradCam;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.workspace.attribution.CamMaps;

/** Derivation of Grad-CAM: the feature maps with the largest and the smallest α, and their weighted sum; choice of the convolution. */
final class CamPane extends AttributionCard {
  private final AttributionModel model;
  private final Lang lang;
  private final Choice<Integer> layer;
  private final CamMaps maps;
  private final Label emptiness = new Label(null, Icon.WARNING.view());
  private final HBox banner;
  private boolean filling;

  CamPane(AttributionModel model, Lang lang, ThemeModel theme) {
    super("cam");
    this.model = model;
    this.lang = lang;
    title.textProperty().bind(lang.bind("reason.cam"));
    new Terms(lang).explain(title, "grad-cam");
    detail.textProperty().bind(lang.bind("reason.cam.detail"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label of = new Label();
    of.getStyleClass().add("note");
    of.textProperty().bind(lang.bind("reason.layer"));
    of.setMinWidth(USE_PREF_SIZE);
    layer = new Choice<>(lang, List.of(), node -> Message.of("reason.named", model.nodeName(node)), lang.bind("reason.layer"));
    layer.setId("explain-layer");
    layer.setMaxWidth(180);
    layer.setMinWidth(110);
    of.setLabelFor(layer);
    layer.valueProperty().subscribe((before, node) -> {
      if (!filling && node != null) {
        model.read(node);
      }
    });
    head.getChildren().addAll(gap, of, layer);
    emptiness.setWrapText(true);
    HBox.setHgrow(emptiness, Priority.ALWAYS);
    emptiness.setMaxWidth(Double.MAX_VALUE);
    Button instead = new Button();
    instead.textProperty().bind(lang.bind("reason.cam.instead"));
    instead.setMinWidth(USE_PREF_SIZE);
    instead.setOnAction(event -> model.methodProperty().set(AttributionMethod.HIRES_CAM));
    banner = new HBox(emptiness, instead);
    banner.getStyleClass().addAll("banner", "warn");
    maps = new CamMaps(lang, theme);
    getChildren().addAll(banner, maps);
  }

  void show(ExplainedExample now) {
    filling = true;
    if (!layer.getItems().equals(now.layers())) {
      layer.getItems().setAll(now.layers());
    }
    layer.setValue(now.layer());
    filling = false;
    GradCam cam = now.map(AttributionMethod.GRAD_CAM).flatMap(map -> map.cam()).orElse(null);
    boolean empty = cam != null && cam.isEmpty();
    Sight.show(banner, empty || now.passes());
    if (empty) {
      emptiness.setText(lang.say("reason.cam.empty", model.nodeName(now.layer())));
    } else if (now.passes()) {
      emptiness.setText(lang.say("reason.cam.passed", model.nodeName(now.layers().get(now.layers().size() - 1)),
          model.nodeName(now.layer())));
    }
    maps.show(cam, -1);
  }
}
