package studio.backprop.ui.kit;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Palette of several pictures by median cut: boxes are split along the widest channel, the most frequent colour of each represents it, so
 * that plain areas stay exact. After Heckbert 1982.
 */
public final class Colours {
  private static final int MOST = 255;

  private final Map<Integer, Integer> places = new HashMap<>();
  private final List<Integer> chosen = new ArrayList<>();

  /** Colour and its weight, which grows less than linearly with its frequency. */
  private record Counted(int rgb, double weight) {
    int channel(int which) {
      return rgb >> 8 * which & 0xff;
    }
  }

  /** Box of colours of the median cut. */
  private record Part(List<Counted> colours, int channel, double spread) {
    static Part of(List<Counted> colours) {
      int widest = 0;
      double most = -1;
      for (int channel = 0; channel < 3; channel++) {
        double spread = spread(colours, channel);
        if (spread > most) {
          most = spread;
          widest = channel;
        }
      }
      return new Part(colours, widest, colours.size() == 1 ? 0 : most);
    }

    private static double mean(List<Counted> colours, int channel) {
      double weight = colours.stream().mapToDouble(Counted::weight).sum();
      return colours.stream().mapToDouble(c -> c.weight() * c.channel(channel)).sum() / weight;
    }

    private static double spread(List<Counted> colours, int channel) {
      double mean = mean(colours, channel);
      return colours.stream().mapToDouble(c -> c.weight() * (c.channel(channel) - mean) * (c.channel(channel) - mean)).sum();
    }

    List<Part> halves() {
      // rounding must not leave one side empty
      double most = colours.stream().mapToInt(c -> c.channel(channel)).max().orElseThrow();
      double mean = Math.min(mean(colours, channel), most - 0.5);
      Map<Boolean, List<Counted>> sides = colours.stream().collect(Collectors.partitioningBy(c -> c.channel(channel) <= mean));
      return List.of(of(sides.get(true)), of(sides.get(false)));
    }
  }

  public Colours(List<BufferedImage> pictures) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (BufferedImage picture : pictures) {
      for (int rgb : pixels(picture)) {
        counts.merge(rgb & 0xffffff, 1, Integer::sum);
      }
    }
    List<Part> parts = new ArrayList<>();
    parts.add(Part.of(counts.entrySet().stream().map(e -> new Counted(e.getKey(), Math.sqrt(e.getValue()))).toList()));
    while (parts.size() < MOST) {
      Part widest = parts.stream().max(Comparator.comparingDouble(Part::spread)).orElseThrow();
      if (widest.spread() <= 0) {
        break;
      }
      parts.remove(widest);
      parts.addAll(widest.halves());
    }
    for (Part part : parts) {
      part.colours().forEach(colour -> places.put(colour.rgb(), chosen.size()));
      chosen.add(part.colours().stream().max(Comparator.comparingDouble(Counted::weight)).orElseThrow().rgb());
    }
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }

  /** The quantized picture. */
  public BufferedImage few(BufferedImage picture) {
    return since(null, picture);
  }

  /** Difference to the previous frame: unchanged pixels get the transparent index, the last of the palette. */
  BufferedImage since(BufferedImage before, BufferedImage picture) {
    int[] now = pixels(picture);
    int[] then = before == null ? null : pixels(before);
    BufferedImage few = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model());
    byte[] places = ((DataBufferByte) few.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < now.length; i++) {
      int place = place(now[i]);
      places[i] = (byte) (then != null && place(then[i]) == place ? chosen.size() : place);
    }
    return few;
  }

  private int place(int rgb) {
    return places.get(rgb & 0xffffff);
  }

  private IndexColorModel model() {
    int[] table = new int[chosen.size() + 1];
    for (int i = 0; i < chosen.size(); i++) {
      table[i] = 0xff000000 | chosen.get(i);
    }
    return new IndexColorModel(8, table.length, table, 0, true, chosen.size(), DataBuffer.TYPE_BYTE);
  }
}
