package studio.backprop.ui.panels;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.layer.LayerType;
import studio.backprop.text.Texts;
import studio.backprop.ui.inspector.InspectorView;
import studio.backprop.ui.palette.LayersModel;
import studio.backprop.ui.palette.PaletteDrag;
import studio.backprop.ui.palette.PaletteView;

/** The panels side by side, each with a document of its own. */
final class Panels {
  private final Texts texts;
  private final boolean narrow;
  private final List<Desk> desks = new ArrayList<>();
  private final List<Region> views = new ArrayList<>();

  Panels(Texts texts, boolean narrow) {
    this.texts = texts;
    this.narrow = narrow;
    palette();
    inspector(desk("conv_2"), 0);
    inspector(desk("input_1"), 0);
    Desk broken = desk("dense_1");
    broken.document.edit(studio.backprop.text.Message.of("inspector.raw", "wire"), n -> n.unwire(5, 6).wire(4, 6));
    inspector(broken, 0);
    inspector(desk(), 0);
    inspector(desk("conv_2"), 1);
    inspector(desk("conv_1", "conv_2", "pool_1"), 0);
  }

  List<Region> views() {
    return views;
  }

  void train() throws Exception {
    for (Desk desk : desks) {
      WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
        desk.run.reset();
        desk.run.stepBatch();
      });
      WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
        desk.rest();
        return null;
      });
    }
  }

  private Desk desk(String... selected) {
    Desk desk = new Desk(Desk.digits());
    desk.lang.textsProperty().set(texts);
    desk.select(selected);
    desks.add(desk);
    return desk;
  }

  private void palette() {
    Desk desk = desk();
    PaletteView palette = new PaletteView(new LayersModel(type -> {}), new Label(), desk.lang, new Nowhere());
    palette.setPrefHeight(narrow ? 640 : 880);
    views.add(palette);
  }

  private void inspector(Desk desk, int tab) {
    InspectorView view = new InspectorView(desk.inspector, desk.lang, desk.hints);
    view.setMinSize(narrow ? 292 : 336, narrow ? 448 : 592);
    view.setMaxSize(narrow ? 292 : 336, narrow ? 448 : 592);
    ((TabPane) view.getChildren().get(1)).getSelectionModel().select(tab);
    views.add(view);
  }

  /** No canvas. */
  private static final class Nowhere implements PaletteDrag {
    @Override
    public boolean preview(LayerType type, double sceneX, double sceneY) {
      return false;
    }

    @Override
    public void drop(LayerType type, double sceneX, double sceneY) {}

    @Override
    public void cancel() {}
  }
}
