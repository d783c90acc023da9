package studio.backprop.ui.kit;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Animated GIF that loops for ever; each frame stores only the pixels that changed. */
public final class Film {
  private static final String NATIVE = "javax_imageio_gif_image_1.0";

  private final List<BufferedImage> pictures = new ArrayList<>();
  private final List<Integer> hundredths = new ArrayList<>();

  /** @param forHundredths duration of the frame in 1/100 s */
  public void add(BufferedImage picture, int forHundredths) {
    pictures.add(picture);
    hundredths.add(forHundredths);
  }

  /** @param next receives the index of each frame before it is written; an exception thrown by it aborts the writing */
  public void write(OutputStream to, IntConsumer next) throws IOException {
    Colours colours = new Colours(pictures);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(to)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < pictures.size(); i++) {
        next.accept(i);
        BufferedImage picture = colours.since(i == 0 ? null : pictures.get(i - 1), pictures.get(i));
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
        describe(metadata, hundredths.get(i), ((IndexColorModel) picture.getColorModel()).getTransparentPixel(), i == 0);
        writer.writeToSequence(new IIOImage(picture, null, metadata), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static void describe(IIOMetadata metadata, int hundredths, int transparent, boolean first) throws IIOInvalidTreeException {
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(NATIVE);
    // standard metadata element; without a table of its own the writer takes that of the picture
    root.removeChild(root.getElementsByTagName("LocalColorTable").item(0));
    IIOMetadataNode control = (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("delayTime", String.valueOf(hundredths));
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex", String.valueOf(transparent));
    if (first) {
      IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      loop.setUserObject(new byte[] {1, 0, 0});
      IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
      extensions.appendChild(loop);
      root.appendChild(extensions);
    }
    metadata.setFromTree(NATIVE, root);
  }
}
