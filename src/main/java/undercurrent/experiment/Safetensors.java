package undercurrent.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Named float matrices as safetensors bytes, which other programs read too: the length of a JSON
 * header as 8 bytes, the header, then the numbers, all little-endian.
 */
final class Safetensors {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LENGTH_BYTES = 8;
  private static final String DOUBLE = "F64";
  private static final String FLOAT = "F32";
  private static final String HALF = "F16";

  private Safetensors() {}

  /**
   * One matrix, row-major: of floats, or of doubles.
   *
   * @param isHalf whether floats are stored with 16 bits, which keep three digits
   */
  record Tensor(int rows, int columns, float[] data, double[] doubles, boolean isHalf) {
    Tensor(int rows, int columns, float[] data) {
      this(rows, columns, data, new double[0], false);
    }

    /** A row of doubles. */
    static Tensor of(double... doubles) {
      return new Tensor(1, doubles.length, new float[0], doubles, false);
    }

    /** Floats that are rounded to 16 bits. */
    static Tensor half(int rows, int columns, float[] data) {
      return new Tensor(rows, columns, data, new double[0], true);
    }

    private String type() {
      if (doubles.length > 0) return DOUBLE;
      return isHalf ? HALF : FLOAT;
    }

    private void put(ByteBuffer bytes) {
      for (double number : doubles) bytes.putDouble(number);
      for (float number : data) {
        if (isHalf) bytes.putShort(Float.floatToFloat16(number));
        else bytes.putFloat(number);
      }
    }

    private long bytes() {
      return (isHalf ? 2L : 4L) * data.length + 8L * doubles.length;
    }
  }

  static byte[] write(Map<String, Tensor> tensors) {
    ObjectNode header = JSON.createObjectNode();
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor tensor = entry.getValue();
      long end = offset + tensor.bytes();
      ObjectNode described = header.putObject(entry.getKey());
      described.put("dtype", tensor.type());
      described.putArray("shape").add(tensor.rows()).add(tensor.columns());
      described.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] text = padded(header.toString());
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(LENGTH_BYTES + text.length + offset));
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text);
    for (Tensor tensor : tensors.values()) tensor.put(bytes);
    return bytes.array();
  }

  /** The numbers start at a multiple of 8 bytes. */
  private static byte[] padded(String header) {
    int length = header.getBytes(StandardCharsets.UTF_8).length;
    return (header + " ".repeat(Math.floorMod(-length, 8))).getBytes(StandardCharsets.UTF_8);
  }

  static Map<String, Tensor> read(byte[] all) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    if (all.length < LENGTH_BYTES)
      throw new IOException(ExperimentWords.of("safetensors.tooShort"));
    long length = bytes.getLong();
    if (length < 2 || length > all.length - LENGTH_BYTES) {
      throw new IOException(ExperimentWords.of("safetensors.headerLength"));
    }
    int start = LENGTH_BYTES + (int) length;
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try {
      JsonNode header = JSON.readTree(all, LENGTH_BYTES, (int) length);
      for (Map.Entry<String, JsonNode> entry : header.properties()) {
        if (entry.getKey().equals("__metadata__")) continue;
        tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), bytes, start));
      }
    } catch (JacksonException e) {
      throw new IOException(ExperimentWords.of("safetensors.header"), e);
    }
    return tensors;
  }

  private static Tensor tensor(String name, JsonNode described, ByteBuffer bytes, int start)
      throws IOException {
    JsonNode shape = described.path("shape");
    JsonNode offsets = described.path("data_offsets");
    long rows = shape.path(0).asLong(-1);
    long columns = shape.path(1).asLong(-1);
    long from = offsets.path(0).asLong(-1);
    long to = offsets.path(1).asLong(-1);
    String type = described.path("dtype").asString("");
    int size =
        switch (type) {
          case DOUBLE -> 8;
          case FLOAT -> 4;
          case HALF -> 2;
          default -> 0;
        };
    boolean sound =
        size > 0
            && shape.size() == 2
            && rows >= 0
            && columns >= 0
            && from >= 0
            && to >= from
            && to <= bytes.capacity() - start
            && (columns == 0 || rows <= Integer.MAX_VALUE / size / columns)
            && to - from == size * rows * columns;
    if (!sound) throw new IOException(ExperimentWords.of("safetensors.noMatrix", name));
    ByteBuffer own = bytes.slice(start + (int) from, (int) (to - from));
    own.order(ByteOrder.LITTLE_ENDIAN);
    int count = (int) (rows * columns);
    if (size == 8) {
      double[] doubles = new double[count];
      own.asDoubleBuffer().get(doubles);
      return new Tensor((int) rows, (int) columns, new float[0], doubles, false);
    }
    float[] data = new float[count];
    for (int i = 0; i < count; i++) {
      data[i] = size == 4 ? own.getFloat() : Float.float16ToFloat(own.getShort());
    }
    return new Tensor((int) rows, (int) columns, data, new double[0], size == 2);
  }
}
