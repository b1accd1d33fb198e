; The demonstration's guest for x86 PCs: one boot sector, started by the BIOS from disk 80.
;
; It keeps its data on disk 81 and tells what it does on the serial line:
;   first start    writes sectors 1 to 256, each its own text, reads all of them back and compares;
;   later starts   finds its mark in sector 0, reads all of them and compares.
; Sector 0 also counts the starts. Then it waits for the power button and switches the machine off.
;
; Build: nasm -f bin x86.asm -o x86.bin
; Sources: Enhanced Disk Drive Specification 3.0 (INT 13h, AH=42h and 43h); ACPI 6.4, section
; 4.8.3 (PM1 registers), which SeaBIOS puts at port 600h on QEMU's PCs.

        bits    16
        cpu     386
        org     7C00h

DISK    equ     81h
SECTORS equ     256             ; 128 KiB of text
MARK    equ     8000h           ; sector 0 of the disk: the mark, then the number of starts
WANTED  equ     8200h           ; a sector as it must be
FOUND   equ     8400h           ; the same sector as the disk has it

COM1    equ     3F8h
PM1_STS equ     600h            ; status, and enable behind it: bit 8 is the power button
PM1_CNT equ     604h            ; control: bit 13 enters the sleep type in bits 10 to 12, 0 is off

        jmp     0:main          ; some BIOSes start us as 07C0:0000
main:   xor     ax, ax
        mov     ds, ax
        mov     es, ax
        mov     ss, ax
        mov     sp, 7C00h
        cld

        mov     di, MARK
        call    read            ; sector 0
        mov     si, mark
        mov     cx, MARK_SIZE
        repe    cmpsb
        mov     bx, found
        je      verify
        mov     si, mark        ; no mark there: this is the first start
        mov     di, MARK
        mov     cx, MARK_SIZE
        rep     movsb
        mov     [di], cl        ; no starts yet
        mov     bx, wrote
write:  call    next
        mov     di, WANTED
        call    save
        cmp     word [packet.sector], SECTORS
        jb      write

verify: mov     word [packet.sector], 0
compare:
        call    next
        mov     di, FOUND
        call    read
        mov     si, WANTED
        mov     cx, 512 / 2
        repe    cmpsw
        mov     si, differs
        jne     fail
        cmp     word [packet.sector], SECTORS
        jb      compare

        mov     word [packet.sector], 0
        mov     di, MARK
        inc     byte [di + MARK_SIZE]
        call    save            ; only now is there a mark: everything before it is on the disk
        movzx   ax, byte [di + MARK_SIZE]
        mov     di, hello.start
        call    decimal
        mov     si, hello
        call    print
        mov     si, bx
        call    print
        mov     si, verified
        call    print

        mov     dx, PM1_STS + 2
        mov     ax, 100h
        out     dx, ax          ; let the power button show
        mov     dx, PM1_STS
wait_:  sti
        hlt                     ; until the clock's next tick, 18 a second
        in      ax, dx
        test    ah, 1
        jz      wait_
        mov     si, bye
        call    print
        mov     dx, PM1_CNT
        mov     ax, 2000h
        out     dx, ax
halt:   hlt
        jmp     halt

; Count up the sector and put its text at WANTED. Changes AX, CX, DX, SI, DI.
next:   inc     word [packet.sector]
        mov     ax, [packet.sector]
        mov     di, line.sector
        call    decimal
        mov     di, WANTED
        mov     dl, 512 / LINE_SIZE
copy:   mov     si, line
        mov     cx, LINE_SIZE
        rep     movsb
        dec     dl
        jnz     copy
        ret

; Read the sector into DI, or write it from there. Changes AX, DX, SI.
read:   mov     ah, 42h
        jmp     disk
save:   mov     ax, 4300h       ; AL: without the disk's own verification
disk:   mov     [packet.buffer], di
        mov     si, packet
        mov     dl, DISK
        int     13h
        jc      broken
        ret

broken: movzx   ax, ah          ; the BIOS's error
        mov     di, error.code
        call    decimal
        mov     si, error
fail:   call    print
        jmp     halt

; Put AX, 0 to 999, as three digits at DI. Changes AX, CX, DI.
decimal:
        mov     cl, 100
        div     cl              ; AL: hundreds, AH: the rest
        add     al, '0'
        stosb
        mov     al, ah
        aam                     ; AH: tens, AL: ones
        xchg    al, ah
        add     ax, '00'
        stosw
        ret

; Send the text at SI, up to its final zero, over the serial line. Changes AL, DX, SI.
send:   mov     dx, COM1
        out     dx, al
print:  mov     dx, COM1 + 5
busy:   in      al, dx
        test    al, 20h         ; room for a character
        jz      busy
        lodsb
        test    al, al
        jnz     send
        ret

packet: db      16, 0           ; INT 13h's disk address packet
        dw      1               ; sectors
.buffer dw      0, 0            ; offset, segment
.sector dq      0

mark:   db      'vmgui guest data'
MARK_SIZE equ   $ - mark

line:   db      'A secret of the x86 guest, #'
.sector db      '000', 10
LINE_SIZE equ   $ - line

hello:  db      'vmgui guest x86-64, start '
.start  db      '000: ', 0
wrote:  db      'wrote 256 sectors', 0
found:  db      'data found', 0
verified: db    ', 256 sectors verified', 13, 10, 0
bye:    db      'power off', 13, 10, 0
differs: db     'error: data differs', 13, 10, 0
error:  db      'error: disk 81, BIOS code '
.code   db      '000', 13, 10, 0

        times   510 - ($ - $$) db 0
        dw      0AA55h
