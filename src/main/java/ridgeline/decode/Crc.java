package ridgeline.decode;

/** The two 16-bit checksums of the field; both shift right with the polynomial 0xA001, from 0xFFFF. */
final class Crc {
    private static final int START = 0xFFFF;
    private static final int POLYNOMIAL = 0xA001;

    private Crc() {}

    /** Of HJ 212-2017, appendix A: a byte is mixed into what the register holds in its upper half. */
    static int hj212(byte[] bytes, int from, int to) {
        int register = START;
        for (int i = from; i < to; i++) register = shifted((register >> Byte.SIZE) ^ (bytes[i] & 0xFF));
        return register;
    }

    /** Of Modbus over a serial line, section 6.2.2; sent low byte first. */
    static int modbus(byte[] bytes, int from, int to) {
        int register = START;
        for (int i = from; i < to; i++) register = shifted(register ^ (bytes[i] & 0xFF));
        return register;
    }

    private static int shifted(int register) {
        int shifted = register;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            boolean odd = (shifted & 1) == 1;
            shifted >>= 1;
            if (odd) shifted ^= POLYNOMIAL;
        }
        return shifted;
    }
}
