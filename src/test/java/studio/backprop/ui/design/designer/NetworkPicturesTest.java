package studio.backprop.ui.design.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Frames;

@ExtendWith(ApplicationExtension.class)
class NetworkPicturesTest {
  private static final long PATIENCE = 60_000;
  private DesignerStage designer;

  @Start
  void start(Stage stage) {
    Fonts.load();
    designer = new DesignerStage();
    designer.show(stage, 600, 520);
  }

  @AfterEach
  void close() {
    designer.close();
  }

  @Test
  void theDrawingIsValidAndHasEveryNodeWireAndShapeAsWordsAndCurves() throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> {
      designer.open(DesignerStage.digits());
      designer.document.select(Set.of(2));
      designer.model.camera().zoomTo(0.3, 0, 0);
    });
    Frames.next();
    String svg = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> designer.view.pictures().svg());
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document parsed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(parsed.getDocumentElement().getLocalName()).isEqualTo("svg");
    List<String> words = new ArrayList<>();
    NodeList texts = parsed.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      words.add(texts.item(i).getTextContent());
    }
    assertThat(words).contains("Input", "Conv 2D", "conv_1", "Max pool", "Flatten", "Dense", "Loss", "8×8×8", "16×4×4");
    long curves = 0;
    NodeList paths = parsed.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      Element path = (Element) paths.item(i);
      curves += path.getAttribute("d").contains("C") && path.getAttribute("fill").equals("none") ? 1 : 0;
    }
    assertThat(curves).isEqualTo(designer.document.network().wires().size());
    assertThat(parsed.getElementsByTagName("image").getLength()).as("pictures of pixels: the example").isLessThan(2);
  }

  @Test
  void thePictureShowsTheWholeNetworkAtTwiceItsSizeWhateverIsInSight() {
    WritableImage image = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> {
      designer.open(DesignerStage.digits());
      designer.model.camera().zoomTo(3, 0, 0);
      return designer.view.pictures().image();
    });
    Box all = designer.model.places().all();
    assertThat(image.getWidth()).isBetween(2 * all.width(), 2 * all.width() + 200);
    assertThat(image.getHeight()).isBetween(2 * Anatomy.height(Lens.STRUCTURE), 2 * all.height() + 200);
  }

  @Test
  void aNoteIsDrawnInTheLinesInWhichItIsRead() {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> {
      designer.open(DesignerStage.digits());
      designer.model.notes().create(40, 400);
      int note = designer.document.network().marks().notes().get(0).id();
      designer.model.notes().wrote(note, "Why does the second convolution look at strokes?\nCompare with the first.", 80);
    });
    Frames.next();
    String svg = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> designer.view.pictures().svg());
    assertThat(svg).contains(">Why does the second", ">Compare with the first.")
        .doesNotContain(">Why does the second convolution look at strokes?");
  }
}
