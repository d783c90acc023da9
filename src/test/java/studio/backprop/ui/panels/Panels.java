package studio.backprop.ui.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.project.Project;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.inspector.InspectorView;
import studio.backprop.ui.design.palette.DataModel;
import studio.backprop.ui.design.palette.DataView;
import studio.backprop.ui.design.palette.LayersModel;
import studio.backprop.ui.design.palette.PaletteDrag;
import studio.backprop.ui.design.palette.PaletteView;
import studio.backprop.ui.kit.ThemeModel;

/** The panels side by side, each with a document of its own. */
final class Panels implements AutoCloseable {
  private final Texts texts;
  private final ThemeModel theme;
  private final boolean narrow;
  private final List<Desk> desks = new ArrayList<>();
  private final List<Region> palettes = new ArrayList<>();
  private final List<Region> inspectors = new ArrayList<>();

  Panels(Texts texts, ThemeModel theme, boolean narrow) {
    this.texts = texts;
    this.theme = theme;
    this.narrow = narrow;
    palette(0, Desk.digits());
    palette(1, Desk.digits());
    palette(1, Desk.circles());
    palette(1, Desk.project("auto-mpg", Desk.chain(Input.row(9), Dense.of(1, Activation.NONE), Output.of(Loss.MSE))));
    inspector(desk("conv_2"), 0);
    inspector(desk("input_1"), 0);
    Desk broken = desk("dense_1");
    broken.document.edit(studio.backprop.text.Message.of("inspector.raw", "wire"), n -> n.unwire(5, 6).wire(4, 6));
    inspector(broken, 0);
    inspector(desk(), 0);
    inspector(desk("conv_2"), 1);
    inspector(desk("conv_1", "conv_2", "pool_1"), 0);
  }

  List<Region> palettes() {
    return palettes;
  }

  List<Region> inspectors() {
    return inspectors;
  }

  void train() throws Exception {
    for (Desk desk : desks) {
      WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
        desk.run.restarts().reset();
        desk.run.control().stepBatch();
      });
      WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
        desk.rest();
        return null;
      });
    }
  }

  @Override
  public void close() {
    desks.forEach(Desk::close);
  }

  private Desk desk(String... selected) {
    Desk desk = desk(Desk.digits());
    desk.select(selected);
    return desk;
  }

  private Desk desk(Project project) {
    Desk desk = new Desk(project);
    desk.lang.textsProperty().set(texts);
    desks.add(desk);
    return desk;
  }

  private void palette(int room, Project project) {
    Desk desk = desk(project);
    DataModel data = new DataModel(desk.document, desk.run, desk.pulse);
    DataView view = new DataView(data, desk.lang, desk.hints, theme, Optional::empty, () -> {});
    PaletteView palette = new PaletteView(new LayersModel(type -> {}), view, desk.lang, new Nowhere());
    palette.setMinHeight(narrow ? 640 : 880);
    palette.setMaxHeight(narrow ? 640 : 880);
    palette.show(palette.rooms().get(room));
    palettes.add(palette);
  }

  private void inspector(Desk desk, int tab) {
    InspectorView view = new InspectorView(desk.inspector, desk.lang, desk.hints, theme, desk.mender, desk.typesetter);
    view.setMinSize(narrow ? 292 : 336, narrow ? 448 : 592);
    view.setMaxSize(narrow ? 292 : 336, narrow ? 448 : 592);
    ((TabPane) view.getChildren().get(1)).getSelectionModel().select(tab);
    inspectors.add(view);
  }

  /** No canvas. */
  private static final class Nowhere implements PaletteDrag<LayerType> {
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
